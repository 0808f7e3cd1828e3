import type { BoardStore } from '../app/store.js';
import type { SpokenPage, SpokenPart } from '../screens/screen.js';
import type { State } from '../screens/state.js';
import { changedSentences, isChosen, withoutMarks } from './changes.js';
import { listItems, numberSentences } from './list.js';
import { type Place, paneText, placeOf } from './place.js';

/** The sentences of each part of a page as they were last said, by index. */
type SaidParts = Map<number, readonly string[]>;

const NO_LIST = { text: '', items: [] } as const;

/** Said where a part of the page above was not read. */
const UNREAD_ABOVE = 'Some text above was not read yet: backspace reads back.';

/**
 * Says what the reader has not heard yet: a screen when it is entered, of a lesson only what is in the window, and after
 * that what changed.
 */
export class Narrator {
	/** What was said, by place. */
	readonly #said = new Map<string, SaidParts>();
	#last: (Place & { readonly state: State }) | null = null;
	/** Questions that the reader read past without an answer, by place and part. */
	readonly #passed = new Set<string>();
	/** Whether the reader reads on, instead of going somewhere else. */
	#readsOn = false;
	/** Places where the reader was told that something above was not read. */
	readonly #gaps = new Set<string>();
	/** The items of the list that was spoken last: walking through a long one takes a while. */
	#list: { readonly text: string; readonly items: readonly string[] } = NO_LIST;

	constructor(private readonly store: Pick<BoardStore, 'getState' | 'env'>) {}

	/** Returns what is new since the last call, in reading order; empty: nothing. */
	next(): readonly string[] {
		const place = this.#here();
		const last = this.#last;
		this.#last = place;
		if (!last || last.screen !== place.screen) return withoutRepeats(this.#arrive(place));
		if (last.detail !== place.detail) return withoutRepeats(this.#enter(place, last));
		return withoutRepeats(this.#change(place, last));
	}

	/** Says, with what comes next, all that is not read yet above it: a question that is passed has held it up. */
	readOn(): void {
		this.#readsOn = true;
		const place = this.#here();
		const at = this.#firstQuestion(place);
		if (at >= 0 && place.page.focused === at) this.#passed.add(`${keyOf(place)} ${at}`);
	}

	/** Returns the index of the first visible question that holds up what follows it; -1: none does. */
	#firstQuestion(place: Place): number {
		const { parts, focused } = place.page;
		return parts.findIndex(
			({ isAsked, isVisible }, i) =>
				isAsked && isVisible && (focused ?? 0) <= i && !this.#passed.has(`${keyOf(place)} ${i}`),
		);
	}

	/** Returns all that is in the window, or the whole page, whether or not it was said. */
	repeat(whole: boolean): readonly string[] {
		const { page } = this.#here();
		const parts = page.parts.filter(({ isVisible }) => whole || isVisible);
		return withoutRepeats([page.title, page.bar, ...parts.flatMap(({ sentences }) => sentences), page.status]);
	}

	/** Returns where the reader is: title, pane or place in the page, challenge, and what has the focus. */
	where(): readonly string[] {
		const { page, state } = this.#here();
		const texts = page.parts.flatMap(({ sentences, isVisible }) => (sentences.length > 0 ? [isVisible] : []));
		const [first, last] = [texts.indexOf(true) + 1, texts.lastIndexOf(true) + 1];
		const part = texts.length > 1 ? `Part ${first === last ? first : `${first} to ${last}`} of ${texts.length}.` : '';
		return withoutRepeats([page.title, paneText(state), part, page.bar, page.status]);
	}

	/** Whether the open page lists items that can be chosen. */
	get hasItems(): boolean {
		return this.#list.items.length > 0;
	}

	/** Returns where the reader is, the items of a list with their numbers. */
	#here(): Place & { readonly state: State } {
		const { env } = this.store;
		const state = this.store.getState();
		const place = placeOf(state, env);
		if (place.page.parts.length !== 1) {
			this.#list = NO_LIST;
			return { ...place, state, page: this.#upToQuestion(place) };
		}
		const text = [place.screen, ...place.page.parts.flatMap(({ sentences }) => sentences)].map(withoutMarks).join('\n');
		if (text !== this.#list.text) this.#list = { text, items: listItems(state, env) };
		const parts = place.page.parts.map((part) => ({
			...part,
			sentences: numberSentences(part.sentences, this.#list.items),
		}));
		return { ...place, state, page: { ...place.page, parts } };
	}

	/** Returns a page in which what follows an open question is not visible yet. */
	#upToQuestion(place: Place): SpokenPage {
		const at = this.#firstQuestion(place);
		const isHeld = (i: number): boolean => at >= 0 && i > at;
		const parts = place.page.parts.map((part, i) => (isHeld(i) ? { ...part, isVisible: false } : part));
		return { ...place.page, parts };
	}

	/** Says a screen that was not open before: all of it, or, on coming back, what changed since. */
	#arrive(place: Place & { readonly state: State }): readonly string[] {
		const { page } = place;
		// An overlay is opened to be read.
		if (place.state.overlay || !this.#said.has(keyOf(place))) this.#said.delete(keyOf(place));
		const parts = this.#parts(place, null);
		return [page.title, page.bar, ...parts, page.status];
	}

	/** Says what was opened in the same screen, without what stands above it anyway. */
	#enter(place: Place, last: Place): readonly string[] {
		// The contents are long, and stay as they were.
		if (place.screen !== 'contents') this.#said.delete(keyOf(place));
		const before = [last.page.title, last.page.bar, ...(last.page.parts[0]?.sentences ?? [])];
		const now = [place.page.title, place.page.bar, ...this.#parts(place, null)];
		const same = now.findIndex((sentence, i) => sentence !== before[i]);
		return [...now.slice(Math.max(0, same)), place.page.status];
	}

	/** Says what changed in place. */
	#change(place: Place & { readonly state: State }, last: Place & { readonly state: State }): readonly string[] {
		const { page, state } = place;
		const bar = isNews(page.bar, last.page.bar) ? page.bar : '';
		const isStatusNew = isNews(page.status, last.page.status) || (state.notice !== null && last.state !== state);
		// The search says the line it found, not what is around it.
		if (state.find) return [page.status];
		const parts = this.#parts(place, last.page);
		const status = isStatusNew ? page.status : '';
		// An edit is confirmed first, and its effects follow; unless it has gone on to the next item, which the status is about.
		const isMoved = parts.some(isChosen);
		return isEdit(last.state, state) && state.notice === null && !isMoved
			? [status.replace(/, (?:allowed|at least) [^(]*?(?= \(|\.$)/, ''), ...parts, bar]
			: [...parts, bar, status];
	}

	/** Returns what is new in the visible parts, and remembers it as said. `before`: the page as it was; null: entered. */
	#parts(place: Place, before: SpokenPage | null): readonly string[] {
		const key = keyOf(place);
		const said: SaidParts = this.#said.get(key) ?? new Map();
		this.#said.set(key, said);
		const { parts } = place.page;
		const first = parts.findIndex(({ isVisible }) => isVisible);
		const isBack = before !== null && first < before.parts.findIndex(({ isVisible }) => isVisible);
		const isUnread = (part: SpokenPart, i: number): boolean => i < first && part.sentences.length > 0 && !said.has(i);
		const readsOn = this.#readsOn;
		this.#readsOn = false;
		const sentences = parts.flatMap((part, i) => {
			if (!part.isVisible && !(readsOn && isUnread(part, i))) return [];
			const known = said.get(i);
			said.set(i, part.sentences);
			const isRead = known !== undefined && !(isBack && before.parts[i]?.isVisible === false);
			return isRead ? changedSentences(known, part.sentences) : part.sentences;
		});
		const hasGap = parts.some(isUnread);
		if (!hasGap) this.#gaps.delete(key);
		else if (!this.#gaps.has(key)) {
			this.#gaps.add(key);
			return [UNREAD_ABOVE, ...sentences];
		}
		return sentences;
	}
}

const keyOf = ({ screen, detail }: Place): string => `${screen} ${detail}`;

const isNews = (now: string, before: string): boolean => withoutMarks(now) !== withoutMarks(before);

/** Whether an input of the open scenario or worksheet was changed. */
const isEdit = (before: State, { scenario, labs, sheets }: State): boolean =>
	before.labs[scenario] !== labs[scenario] || before.sheets.open?.history !== sheets.open?.history;

/** Returns the sentences without empty ones, and without one that was said just before. */
const withoutRepeats = (sentences: readonly string[]): readonly string[] =>
	sentences.filter(Boolean).filter((sentence, i, all) => sentence !== all[i - 1]);
