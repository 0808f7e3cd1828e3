import { FACTS } from '../../src/chapter/facts.js';

const ID = /\b[A-Z]\d{1,2}\b/g;

/** Returns the ids of facts that a text shows to its reader, who knows only their titles. */
export const shownFactIds = (text: string): readonly string[] =>
	[...text.matchAll(ID)].map(([id]) => id).filter((id) => Object.hasOwn(FACTS, id));
