import { describe, expect, it } from 'vitest';
import { help } from '../../src/topics/help/index.ts';
import { QuestionSchema } from '../../src/topics/questions.ts';
import { topicOf } from '../../src/topics/registry.ts';
import { defineTopic, type Topic, type Topics } from '../../src/topics/topic.ts';
import { views } from '../../src/topics/views/index.ts';

const { kind: _, ...HELP } = help;
type Field = keyof typeof HELP;

const planted: Field[] = [];
/** The topic of Help as it would be if one field had been forgotten. */
const without = <F extends Field>(field: F): Omit<typeof HELP, F> => {
  planted.push(field);
  const { [field]: _, ...others } = HELP;
  return others;
};

describe('a topic', () => {
  // the compiler reports an expected error that does not come
  it('does not compile without one of its fields', () => {
    // @ts-expect-error it reads nothing
    defineTopic('help', without('read'));
    // @ts-expect-error it answers nothing
    defineTopic('help', without('answer'));
    // @ts-expect-error it renders nothing
    defineTopic('help', without('render'));
    // @ts-expect-error it does not say what it rests on
    defineTopic('help', without('cite'));
    // @ts-expect-error it does not say whether it waits for market data
    defineTopic('help', without('needsMarketData'));
    // @ts-expect-error it does not say whether a follow-up goes on from it
    defineTopic('help', without('changesContext'));
    // @ts-expect-error it does not say whether to speak up for it
    defineTopic('help', without('isWorthSpeakingUpFor'));
    // @ts-expect-error it does not say who may see it
    defineTopic('help', without('isForAskerOnly'));
    // @ts-expect-error it does not say whether it is about the model
    defineTopic('help', without('isAboutModel'));
    // @ts-expect-error it has no examples
    defineTopic('help', without('examples'));
    // @ts-expect-error it has no lines of Help
    defineTopic('help', without('help'));
    expect(planted.toSorted()).toEqual(Object.keys(HELP).toSorted());
  });

  it('does not compile with what another kind of question needs', () => {
    const { kind: _, ...VIEWS } = views;
    // @ts-expect-error the answer of another kind
    const wrong: Topic<'help', ReturnType<typeof help.answer>> = defineTopic('help', VIEWS);
    // @ts-expect-error no such kind
    defineTopic('weather', HELP);
    // @ts-expect-error an answer of one kind is not rendered as another's
    const renderAsHelp: Parameters<typeof help.render>[0] = {} as ReturnType<typeof views.answer>;
    expect([wrong.kind, renderAsHelp]).toEqual(['help', {}]);
  });

  it.each(QuestionSchema.options.map(({ shape }) => shape.kind.value))('is registered for %s', (kind) => {
    expect(topicOf(kind).kind).toBe(kind);
  });

  it('is needed for every kind there is, each under its own name', () => {
    // @ts-expect-error a kind without its topic
    const missing: Topics = {} as Omit<Topics, 'help'>;
    // @ts-expect-error a topic under the name of another
    const wrong: Topics = { ...missing, help: views };
    expect(wrong).toEqual({ help: views });
  });
});
