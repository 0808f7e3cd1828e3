/** A small valid deck in which tests break one thing. Tests depend on the line numbers of its fields. */
export const DECK = `id: two-questions
title: Two questions
kind: interview
cards:
  - id: Q1
    question: What is routed?
    points:
      - text: Requests are.
        lesson: the-rule
        match: [request|ticket, route]
      - text: Each by itself.
        lesson: the-slice
        match: [each]
    answer: |
      *Requests* are, each by itself.

      One by one.
    wrong:
      answer: Users are.
      because: Nobody asked them.
    followUps: [Why?, How often?]
  - id: Q2
    question: Who pays?
    points:
      - text: Somebody does.
        lesson: the-rule
        match: [some]
      - text: And 10% more.
        lesson: the-slice
        match: [10%]
    answer: Somebody, and 10% more.
    wrong: { answer: Nobody., because: Somebody does. }
    followUps:
      - Really?
      - How much?
`;

/** The same questions as a recall deck, without wrong answers and follow-ups. */
export const RECALL = DECK.replace('kind: interview', 'kind: recall')
	.replace(/ {4}wrong:\n( {6}.*\n)+/, '')
	.replace(/ {4}wrong: .*\n/, '')
	.replace(/ {4}followUps: .*\n/, '')
	.replace(/ {4}followUps:\n( {6}.*\n)+/, '');

/** Ids of the existing lessons. */
export const LESSONS = ['the-rule', 'the-slice', 'root-cause'];
export const isLesson = (id: string): boolean => LESSONS.includes(id);

/** Replaces one text in DECK; throws unless it occurs exactly once. */
export function replaceInDeck(from: string, to: string, deck = DECK): string {
	if (deck.split(from).length !== 2) throw new Error(`not exactly once in the deck: ${from}`);
	return deck.replace(from, () => to);
}
