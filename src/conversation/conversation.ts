import { actionFor } from '../app/keys.js';
import { topLayer, topScreen } from '../app/layers.js';
import type { BoardStore } from '../app/store.js';
import { nearestNames } from '../engine/inputs/index.js';
import { speakText } from '../present/speak/sentences.js';
import { keysInWords } from '../present/speak/symbols.js';
import type { KeyRow, Layer } from '../screens/screen.js';
import type { State } from '../screens/state.js';
import { isChosen } from './changes.js';
import { GREETING, helpSentences, offerSentence } from './help.js';
import { keyOfWord, wordOfKey } from './key-words.js';
import { chooseItem, isList } from './list.js';
import { Narrator } from './narrator.js';
import { screenOf } from './place.js';

export interface ConversationOptions {
	readonly store: Pick<BoardStore, 'getState' | 'dispatch' | 'env'>;
	/** Waits until every file operation that was started has ended. */
	readonly settle: () => Promise<void>;
}

/** Words that are commands everywhere. */
const WORDS = ['help', '?', 'keys', 'again', 'all', 'where', 'quit'] as const;
type Word = (typeof WORDS)[number];
const isWord = (text: string): text is Word => (WORDS as readonly string[]).includes(text);

/** Lines that are commands where a text is written, too; a space before makes a text of them. */
const WORDS_FOR_TEXT: readonly string[] = ['help', '?', 'quit', 'esc', 'escape', 'again', 'all', 'where'];
/** Words that are commands where a number is written, too, because they can be no number. */
const WORDS_FOR_VALUES: readonly string[] = [...WORDS, ...WORDS_FOR_TEXT, 'tab'];

/** Said when Tab and Shift-Tab stay where they are. */
const LAST = 'This is the last one.';
const FIRST = 'This is the first one.';

/** Said when there is nothing else to say. */
const NOTHING = 'Nothing changed.';

/**
 * The workbook as a conversation: a line of the reader is a command, a number or a text; the answer is what changed.
 * It presses the keys of the layers that the screen has too, so that each of their actions can be reached.
 */
export class Conversation {
	readonly #narrator: Narrator;
	readonly #store: ConversationOptions['store'];
	/** What the commands of a line said themselves. */
	#said: string[] = [];
	/** The layer, and what was said last to be possible in it. */
	#offered = '';

	constructor(private readonly options: ConversationOptions) {
		this.#store = options.store;
		this.#narrator = new Narrator(options.store);
	}

	/** Returns what is said at the start. */
	begin(): readonly string[] {
		return [GREETING, ...this.#news()];
	}

	/** Returns what changed without a command of the reader; empty: nothing. */
	news(): readonly string[] {
		return this.#news();
	}

	/** Runs a line of the reader, and returns the answer. */
	async answer(line: string): Promise<readonly string[]> {
		this.#said = [];
		await this.#run(line);
		const sentences = [...this.#said, ...this.#news()];
		if (sentences.length > 0) return sentences;
		return [this.#store.getState().notice ? NOTHING : this.#status(), this.#offer()];
	}

	/** Returns the words before the reader's line, which say what a line is: a command, a text or an answer. */
	prompt(): string {
		const state = this.#store.getState();
		const { text } = this.#top();
		if (state.questionId) return 'y or n> ';
		return text ? 'write> ' : `${screenOf(state)}> `;
	}

	/** Returns what is new, and what can be done next unless that is still as it was said last. */
	#news(): readonly string[] {
		const news = this.#narrator.next();
		const { id, text } = this.#top();
		const offered = this.#offered;
		const offer = this.#offer();
		// The next words of a worksheet are asked for at once, where a command might be typed.
		const isAskedNext = text === true && this.#store.getState().screen === 'worksheet' && news.some(isChosen);
		return offered === `${id} ${offer}` && (!isAskedNext || this.#narrator.hasItems) ? news : [...news, offer];
	}

	/** Returns what can be done next, which is then known to the reader. */
	#offer(): string {
		const { id } = this.#top();
		const offer = offerSentence(this.#store.getState(), this.#store.env, this.#narrator.hasItems);
		this.#offered = `${id} ${offer}`;
		return offer;
	}

	/** Returns what has the focus, or else that nothing changed. */
	#status(): string {
		return this.#narrator.where().at(-1) ?? NOTHING;
	}

	/** Returns all that the screen says, with the marks of what has the focus. */
	#spoken(): string {
		const state = this.#store.getState();
		const { env } = this.#store;
		return topScreen(state, env).speak(state, env).join('\n');
	}

	#top(): Layer {
		return topLayer(this.#store.getState(), this.#store.env);
	}

	async #run(line: string): Promise<void> {
		const top = this.#top();
		const word = line.replace(/^:/, '').trim().toLowerCase();
		const isCommand = WORDS_FOR_TEXT.includes(line.toLowerCase()) || (isValue(top) && WORDS_FOR_VALUES.includes(word));
		if (top.text && !line.startsWith(':') && !isCommand) return this.#write(line);
		// A key that asks for a text, and the text: `/latency`.
		const asking = /^[/:]/.exec(line)?.[0] ?? '';
		if (!top.text && line.length > 1 && !isWord(word) && this.#rowOf(asking)) {
			await this.#press(asking);
			return this.#write(line.slice(1));
		}
		const command = line.length === 1 && this.#rowOf(line) ? line : line.replace(/^:/, '');
		if (command === '') return this.#press('enter');
		if (command.trim() === '') return this.#press(' ');
		const named = isWord(word) ? null : this.#keyOfName(command.trim());
		return named === null ? this.#runWords(command.trim()) : this.#press(named);
	}

	/** Runs the words of a line in order, up to one that is refused. */
	async #runWords(command: string): Promise<void> {
		const isTextBefore = this.#top().text === true;
		for (const { 0: word, index } of command.matchAll(/\S+/g)) {
			// A key that asks for a text is followed by it: `/ latency`.
			if (!isTextBefore && this.#top().text) return this.#write(command.slice(index));
			const action = this.#actionOf(keyOfWord(word) ?? '');
			const move = action?.type === 'focus-next' ? action : null;
			const before = move && this.#spoken();
			if (!(await this.#runWord(word)) || this.#store.getState().notice?.tone === 'refused') return;
			// What follows in the line was meant for another number.
			if (move && this.#spoken() === before) {
				this.#said.push(move.by < 0 ? FIRST : LAST);
				return;
			}
		}
	}

	/** Runs a word; returns whether it is a command. */
	async #runWord(word: string): Promise<boolean> {
		const lower = word.toLowerCase();
		if (isWord(lower)) {
			await this.#runOwn(lower);
			return true;
		}
		const key = keyOfWord(word);
		const first = this.#rowOf(word.charAt(0));
		if (first?.action.type === 'type') await this.#type(word);
		else if (key !== null && this.#actionOf(key)) await this.#press(key);
		else if (/^\d+$/.test(word) && isList(this.#top())) return this.#choose(Number(word));
		else {
			const named = this.#keyOfName(word);
			if (named === null) return this.#refuse(word, key);
			await this.#press(named);
		}
		return true;
	}

	async #runOwn(word: Word): Promise<void> {
		const { store } = this.options;
		switch (word) {
			case 'help':
			case '?':
				this.#said.push(...helpSentences(store.getState(), store.env));
				return;
			case 'keys':
				// Where a text is written, the help of the screen cannot be opened.
				return this.#actionOf('?') ? this.#press('?') : void this.#refuse(word, null);
			case 'again':
			case 'all':
				this.#said.push(...this.#narrator.repeat(word === 'all'));
				return;
			case 'where':
				this.#said.push(...this.#narrator.where());
				return;
			case 'quit':
				store.dispatch({ type: 'quit' });
		}
	}

	#refuse(word: string, key: string | null): false {
		const names = [...WORDS, ...this.#rows().flatMap(({ footer }) => footer?.label ?? [])];
		const [near] = nearestNames(word.toLowerCase(), names);
		this.#said.push(
			key === null
				? `${word} is not a command here${near === undefined ? '.' : `: did you mean ${near}?`}`
				: `${keysInWords(wordOfKey(key))} does nothing here.`,
		);
		// What is understood is said again.
		this.#offered = '';
		return false;
	}

	async #press(key: string): Promise<void> {
		const action = this.#actionOf(key);
		if (!action) {
			this.#refuse(key, key);
			return;
		}
		if (action.type === 'page' && action.by === 1) this.#narrator.readOn();
		this.#store.dispatch(action);
		await this.options.settle();
	}

	/** Types a number that begins with a key of the layer, and enters it if that has opened a text. */
	async #type(text: string): Promise<void> {
		const [first = '', ...rest] = text;
		await this.#press(first);
		if (!this.#top().text) return;
		const { notice } = this.#store.getState();
		if (rest.length > 0) this.#store.dispatch({ type: 'type', text: rest.join('') });
		// A guess that came into view with its answer was not read yet.
		if (notice) {
			this.#said.push(speakText(notice.text));
			return;
		}
		await this.#press('enter');
	}

	/** Writes a text in place of what is written, and enters it; an answer of several lines ends with an empty one. */
	async #write(line: string): Promise<void> {
		const top = this.#top();
		// biome-ignore lint/suspicious/noControlCharactersInRegex: a line can hold the keys of a cooked terminal
		const text = line.replace(/[\u0000-\u001F\u007F-\u009F]/g, '').trim();
		if (isMultiline(top)) return this.#writeLine(text);
		if (text !== '' && /^\d+$/.test(text) && isList(top)) {
			this.#choose(Number(text));
			return this.options.settle();
		}
		if (text !== '') {
			await this.#erase();
			this.#store.dispatch({ type: 'type', text });
			// A list shows what it finds; Enter would open the first of it.
			if (isList(top)) return;
		}
		return this.#press('enter');
	}

	/** Adds a line to an answer, or hands it in. */
	async #writeLine(text: string): Promise<void> {
		const written = textOf(this.#store.getState());
		if (text === '' && written.trim() === '') {
			this.#said.push('Nothing is written yet. Write an answer, or colon tab to go on without one.');
			return;
		}
		if (text === '') return this.#press('tab');
		if (written !== '') await this.#press('enter');
		this.#store.dispatch({ type: 'type', text });
	}

	async #erase(): Promise<void> {
		const hasEditor = this.#rows().some(({ action }) => action.type === 'edit-text');
		const length = hasEditor ? 0 : textOf(this.#store.getState()).length;
		for (const key of hasEditor ? ['ctrl+a', 'ctrl+k'] : Array<string>(length).fill('backspace'))
			await this.#press(key);
	}

	#choose(number: number): boolean {
		const { store } = this.options;
		const isChosen = chooseItem(number, store.getState(), store.env, store.dispatch);
		if (!isChosen) this.#said.push(`The list has no number ${number}.`);
		return isChosen;
	}

	#rows(): readonly KeyRow[] {
		const state = this.#store.getState();
		return this.#top().keys.filter(({ when }) => when?.(state, this.#store.env) ?? true);
	}

	#rowOf(key: string): KeyRow | undefined {
		return this.#rows().find(({ keys }) => keys.includes(key));
	}

	#actionOf(key: string) {
		return actionFor(key, this.#store.getState(), this.#store.env);
	}

	/** Returns the key of a command by its name in the footer; null: there is none of that name. */
	#keyOfName(name: string): string | null {
		const row = this.#rows().find(({ footer }) => footer?.label.toLowerCase() === name.toLowerCase());
		return row?.keys[0] ?? null;
	}
}

/** Whether a layer takes a single value, which no word can be. */
const isValue = (layer: Layer): boolean =>
	!isList(layer) && !layer.keys.some(({ action }) => action.type === 'edit-text') && layer.text === true;

/** Whether a layer takes a text of several lines. */
const isMultiline = ({ keys }: Layer): boolean =>
	keys.some(({ action, footer }) => action.type === 'enter' && footer?.label === 'new line');

/** Returns the text that is being written. */
const textOf = ({ prompt, find, overlay, screen, contents, sheets, typing, drill }: State): string => {
	if (prompt) return prompt.editor.text;
	if (find?.isTyping) return find.editor.text;
	if (overlay) return overlay.filter;
	if (screen === 'contents') return contents.filter;
	if (screen === 'worksheet' && sheets.picker) return sheets.picker.filter;
	return screen === 'drill' ? drill.editor.text : (typing ?? '');
};
