import { describe, expect, it } from 'vitest';
import { lastTurn } from './asked-turns.ts';

describe('another language', () => {
  it.each([
    ['Was bringt eine Senkung um 50 Basispunkte?', 'de'],
    ['was sagt calvasina', 'de'],
    ['qui est pessimiste sur les petites capitalisations ?', 'fr'],
    ["qu'est-ce que kostin dit", 'fr'],
    ['¿quién es alcista?', 'es'],
    ['que piensan los analistas', 'es'],
    ['que dice goldman', 'es'],
    ['o que acontece com um corte de 100 bps?', 'pt'],
    ['cosa dice Calvasina?', 'it'],
    ['vad händer om Fed sänker med 50 punkter', 'sv'],
    ['wat zegt goldman', 'nl'],
    ['wie is er negatief over smallcaps?', 'nl'],
    ['小型株に強気なのは誰ですか', 'ja'],
    ['кто настроен пессимистично?', 'ru'],
    ['gracias', 'es'],
    ['subir 50 puntos', 'es'],
    ['y si suben los tipos medio punto', 'es'],
    ['efecto de un recorte de 25 pb', 'es'],
    ['e se subirem os juros em 25 pontos', 'pt'],
    ['et une hausse de 25 points de base ?', 'fr'],
    ['merci beaucoup', 'fr'],
    ['grazie mille', 'it'],
    ['dank je wel', 'nl'],
  ])('%s', (text, language) => {
    expect(lastTurn(text)).toMatchObject({ kind: 'unclear', reason: 'language', language });
  });

  it.each([
    ['¿qué pasa si la fed baja 50 puntos?', [-50]],
    ['subir 50 puntos', [50]],
    ['et une hausse de 25 points de base ?', [25]],
    ['Was bringt eine Senkung um 50 Basispunkte?', [-50]],
    ['vad händer om Fed höjer med 50 punkter', [50]],
    ['que pasa con 25 puntos basicos', [-25, 25]],
  ])('is offered the move it names, either way where it names none: %s', (text, moves) => {
    expect(lastTurn(text)).toMatchObject({
      nearest: moves.map((moveBps) => ({ question: { kind: 'rate-move', moveBps } })),
    });
  });

  it.each([
    ['cut me 25'],
    ['fed per se'],
    ['die rates die'],
    ['was it a cut'],
    ['desantis on rates'],
    ['25 points'],
    ['de facto 50 cut'],
    ['no'],
    ['base case'],
    ['alta vista'],
  ])('English: %s', (text) => {
    const turn = lastTurn(text);
    expect(turn.kind === 'unclear' ? turn.reason : turn.kind).not.toBe('language');
  });
});
