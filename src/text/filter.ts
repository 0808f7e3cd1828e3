import { cut } from './unsafe.js';

/** Room for what anybody looks for; every key looks through everything for each word of it. */
const LONGEST = 80;

/** What narrows a list, with more typed after it. */
export const longerFilter = (filter: string, more: string): string =>
	cut(filter + more.slice(0, LONGEST).replace(/\s+/g, ' '), LONGEST);
