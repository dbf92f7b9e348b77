/** Words that stand in nearly every sentence of a language, without their accents, and those of its money markets. */
export const TONGUE_WORDS = {
  de: `und der die das den dem des ist sind nicht wie wer wen wenn sagt sagen denkt meint glaubt zu zum zur fur auf aus mit von bei nach eine einen einer einem ein kein keine keinen ich wir sie du ihr mein dein sein welche welcher
    welches welchen unter uber oder aber auch noch nur schon mehr warum wann wo wofur woher viel viele was hat haben wird werden wurde kann konnen soll sollte muss bitte danke gibt es im am bringt macht machen passiert steht stehen heisst bedeutet quelle quellen notiz
    guten tag hallo aktien nebenwerte kleine kleinen zins zinsen senkung zinssenkung erhohung basispunkte leitzins bullisch skeptisch optimistisch positiv negativ unternehmen gewinn meinung meinungen woche jahr heute zinserhohung anhebung erhoht senkt hebt leitzinsen`,
  fr: `le la les des du de un une et est sont pas ne qui que quoi quel quelle quels quelles comment pourquoi quand pour dans avec sur sous chez ou mais si je tu nous vous il elle ils elles on aux au ce cette ces cet son sa ses leur dit disent pense pensent
    croit combien fait faire serait si avez avoir peut bonjour merci cela ca donc plus moins tout tous effet actions petites petite capitalisations taux baisse hausse haussier baissier optimiste optimistes pessimiste pessimistes points avis source quels entreprises benefice marche jour selon d l qu c s j beaucoup baisser relever monte hausses baisses`,
  es: `el la los las de del un una unos y e es son no quien quienes que como cuando donde por para con sin sobre en o pero si yo tu nosotros usted ustedes ellos ella al lo le les se su sus mi cual cuales cuanto cuanta cuantos cuantas esta estan este esto eso hay dice dicen piensa piensan opina opinan cree
    creen hace hacer pasa pasaria seria puede puedes hola gracias muy mas menos todos todo tambien fuente notas acciones empresas pequenas pequena tasa tasas tipos interes bajada bajan bajar recorte recortan subida sube baja alcista alcistas bajista bajistas optimista optimistas pesimista pesimistas puntos basicos subir suben suba recortar bajara subira medio punto deuda gracias mercado`,
  pt: `o os a as do da dos das de um uma e sao nao quem que como quando onde por para com sem sobre em no na nos nas ou mas se eu voce voces eles elas ele ela ao qual quais quanto quanta esta estao isso isto diz dizem pensa pensam acha acham acontece faz fazer seria pode ola obrigado obrigada muito mais menos
    tambem fonte notas acoes empresas pequenas pequena corte cortes alta juros taxa taxas otimista otimistas pessimista pessimistas pontos base reducao subir subirem subida cortar mercado efeito`,
  it: `il lo la gli i le della dello dei delle degli del di da un uno una e sono non chi che cosa come quando dove perche per con senza su sul sulla nel nella ma se io noi voi loro lui lei al alla quale quali quanto quanta questo questa fosse succede dice dicono pensa pensano crede fa fare sarebbe puo ciao grazie molto piu meno
    anche fonte note azioni aziende piccole piccola tassi tasso taglio tagli rialzo ribasso ottimista ottimisti pessimista pessimisti ribassista rialzista punti base mille taglia alza alzare effetto mercato`,
  sv: `och att det den de ar inte vem vilka vilken vad hur varfor nar var for med av fran pa om en ett som till jag vi du ni han hon dom sig sin har hade kan ska skulle blir mycket manga mer sager tycker tror tanker hander gor hej tack kalla kallan femtio aktier bolag smabolag ranta rantan rantor rantesankning sankning sanker hojning hojer punkter
    optimistisk optimistiska negativ positiv storbolag hojs sanks`,
  nl: `het een de van en is niet wie wat hoe waarom wanneer waar voor met bij op of maar als ik wij we jullie zij ze hij zijn er wordt worden welke hoeveel dat dit deze die aan uit naar over om te zegt zeggen denkt denken vindt vinden gebeurt doet kan moet zou hallo dank bedankt veel meer minder ook nog aandelen bedrijven kleine rente renteverlaging
    verlaging verhoging basispunten optimistisch pessimistisch negatief positief bronnen bron wel je rentestijging verhoogt verlaagt`,
} as const;

/** The commonest words of English prose: more than a third of what is written in it. */
export const ENGLISH_PROSE: ReadonlySet<string> = new Set(
  `the of and to in a an is are was were be been it its that this these those for as with on at by from or but not have has had they their we our i you he she his her which who what will would can could should may than more most if when while no
  there all also into over about after before said says one two some other such do does did so up out only still even because both between since through years year`.split(
    /\s+/,
  ),
);
