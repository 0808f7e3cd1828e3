import { type Background, MAX_REPLY, parseBackground, REPLY_CHARACTER, REPLY_START } from './background.js';
import { controlName, csiKeys, RXVT_KEYS, ss3Keys, withAlt } from './key-name.js';

/** Input from the reader: a key press or pasted text (a long or slow paste comes in pieces). */
export type Input = { readonly type: 'key'; readonly name: string } | { readonly type: 'paste'; readonly text: string };

export interface InputDecoder {
	/** Decodes the bytes of one read. An incomplete sequence is kept for the next one. */
	push(bytes: Uint8Array): readonly Input[];
	/** Milliseconds to wait for more bytes before calling `flush`; null if nothing is incomplete. */
	readonly waitMs: number | null;
	/** Resolves incomplete input: a lone ESC is Escape, a broken sequence is dropped, a begun paste is returned. */
	flush(): readonly Input[];
	/** Drops an incomplete sequence. A paste continues. */
	reset(): void;
}

/**
 * Wait after a lone ESC. On a slow line the rest of a sequence can arrive late; with a longer wait, the Escape key
 * feels stuck.
 */
const ESCAPE_MS = 75;
/** Wait inside a sequence. It can be longer, because an introducer is never typed by hand. */
const SEQUENCE_MS = 1000;

/**
 * State of the decoder. `string`: inside an OSC, DCS, APC, PM or SOS, which ends with ESC \ or BEL; `terminator`: after
 * the ESC that ends it, before \. `mouse`: inside the three bytes of an X10 report. `skip`: inside an escape sequence
 * with intermediates, in a paste only.
 */
type State = 'ground' | 'escape' | 'csi' | 'ss3' | 'string' | 'terminator' | 'mouse' | 'skip';

/** Maximum length of one piece of a paste, in UTF-16 units; limits memory use. */
const MAX_PASTE = 4_000_000;

/** Maximum length of the parameters, more than any key has; a longer sequence is dropped. */
const MAX_PARAMETERS = 64;

const ESC = 0x1b;
const BEL = 0x07;
const ETX = 0x03;
const LF = 0x0a;
const CR = 0x0d;
const CAN = 0x18;
const SUB = 0x1a;
const DEL = 0x7f;
/** Final byte of the string terminator, ESC \. */
const ST = 0x5c;

/** Letter of the OSC introducer. */
const OSC = ']';

const INTRODUCERS: Readonly<Record<string, State>> = {
	'[': 'csi',
	O: 'ss3',
	P: 'string',
	X: 'string',
	']': 'string',
	'^': 'string',
	_: 'string',
};

/**
 * Creates a decoder, the only code that parses escape sequences: it takes the bytes of each read and returns named keys
 * and pasted texts. The result does not depend on how the stream is split into reads. The reply about the background is
 * recognised however late its parts come. Anything else (another reply, a mouse report, an unknown function key) is
 * dropped as a whole and never yields a character. Ctrl-C works everywhere, also
 * within a paste or a sequence, so that the reader can always quit.
 *
 * @param onBackground receives the terminal's reply about its background
 */
export function createInputDecoder(onBackground: (background: Background) => void = () => undefined): InputDecoder {
	// Keeps a byte order mark, which is an ordinary character here.
	const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
	let state: State = 'ground';
	let inputs: Input[] = [];
	/** Whether the UTF-8 decoder may contain the start of a character. */
	let isInCharacter = false;
	/** Whether ESC came before the next character or key, which means Alt. */
	let hasAlt = false;
	let parameters = '';
	let intermediates = '';
	let isTooLong = false;
	/** Whether an 8-bit control character introduced the sequence. */
	let isEightBit = false;
	/** Whether bytes came after the introducer, so that it is not Alt with a letter. */
	let hasBegun = false;
	let mouseBytes = 0;
	/** Whether the last byte of a string was C2, the first half of an 8-bit terminator in UTF-8. */
	let hasC2 = false;
	/** What has come of an OSC that may be the reply about the background; null: it is something else. */
	let reply: string | null = null;
	/** Whether the rest of the reply is late. It is still expected, however long it takes. */
	let isOverdue = false;
	/** Late characters that are keys if they turn out to be no reply. */
	let held = '';
	/** Whether the reply was complete but for the last byte of its terminator, which is late. */
	let lacksEnd = false;
	/** Whether a lone ESC was just taken for Escape: it may have been the start of a reply that is late. */
	let hasEscaped = false;
	/** Text of the current paste; null outside a paste. */
	let paste: string | null = null;

	function addKey(name: string): void {
		inputs.push({ type: 'key', name });
	}

	function addPaste(): void {
		if (paste) inputs.push({ type: 'paste', text: paste });
	}

	function endSequence(): void {
		state = 'ground';
		hasAlt = false;
		reply = null;
		isOverdue = false;
		held = '';
		lacksEnd = false;
	}

	function startSequence(next: State, eightBit = false): void {
		state = next;
		parameters = '';
		intermediates = '';
		isTooLong = false;
		isEightBit = eightBit;
		hasBegun = false;
		hasC2 = false;
		reply = null;
	}

	/** Starts the sequence of an introducer, `[` for CSI; returns false if the character is none. */
	function startIntroduced(character: string, eightBit = false): boolean {
		const next = INTRODUCERS[character];
		if (!next) return false;
		startSequence(next, eightBit);
		if (character === OSC && paste === null) reply = '';
		return true;
	}

	function addText(decoded: string): void {
		if (paste !== null) {
			paste += decoded.replace(/[\u0080-\u009f]/g, '');
			if (paste.length >= MAX_PASTE) {
				addPaste();
				paste = '';
			}
			return;
		}
		for (const character of decoded) {
			const code = character.codePointAt(0) ?? 0;
			if (code >= 0x80 && code <= 0x9f) startEightBit(code);
			// Invalid UTF-8: no key sends it.
			else if (character === '\ufffd') hasAlt = false;
			else addCharacter(character);
		}
	}

	function addCharacter(character: string): void {
		addKey(hasAlt ? withAlt(character) : character);
		hasAlt = false;
	}

	/** Starts the sequence of an 8-bit control character, which stands for ESC and a letter. */
	function startEightBit(code: number): void {
		startIntroduced(String.fromCharCode(code - 0x40), true);
		hasAlt = false;
	}

	function addControl(code: number): void {
		if (paste === null) {
			const name = controlName(code);
			addKey(hasAlt && code !== ETX ? withAlt(name) : name);
			hasAlt = false;
		} else if (code === ETX) {
			addPaste();
			paste = '';
			addKey('ctrl+c');
		} else if (code === 0x09 || code === LF || code === CR) paste += String.fromCharCode(code);
	}

	/** Ends an incomplete character when the next byte does not belong to it. */
	function endCharacter(): void {
		isInCharacter = false;
		addText(utf8.decode());
	}

	function stepInGround(byte: number): void {
		if (byte === ESC) {
			hasAlt = false;
			state = 'escape';
		} else if (byte < 0x20 || byte === DEL) addControl(byte);
		else if (byte < 0x80) addText(String.fromCharCode(byte));
		else if (!isInCharacter && byte <= 0x9f) {
			if (paste === null) startEightBit(byte);
		} else {
			const decoded = utf8.decode(Uint8Array.of(byte), { stream: true });
			// A lead byte starts a new character, even inside another one.
			isInCharacter = decoded === '' || (byte >= 0xc2 && byte <= 0xf4);
			addText(decoded);
		}
	}

	function stepInEscape(byte: number): void {
		const isDoubled = hasAlt && paste === null;
		if (byte === ESC) {
			// Either Escape pressed twice, or Alt with a key that sends a sequence.
			if (isDoubled) addKey('escape');
			hasAlt = true;
			return;
		}
		const character = byte < 0x80 ? String.fromCharCode(byte) : '';
		const next = INTRODUCERS[character];
		if (isDoubled && next !== 'csi' && next !== 'ss3') addKey('escape');
		if (startIntroduced(character)) return;
		if (paste !== null) stepInPastedEscape(byte);
		// The terminator of a string whose start was lost, not a key.
		else if (byte === ST) endSequence();
		else {
			state = 'ground';
			hasAlt = true;
			stepInGround(byte);
		}
	}

	/** Drops an escape sequence in pasted text, such as a log, and keeps what follows. */
	function stepInPastedEscape(byte: number): void {
		endSequence();
		if (byte >= 0x20 && byte < 0x30) startSequence('skip');
		else if (byte < 0x20 || byte >= DEL) stepInGround(byte);
	}

	function stepInCsi(byte: number): void {
		const isFinal = (byte >= 0x40 && byte < DEL) || (byte === 0x24 && RXVT_KEYS.test(parameters + intermediates));
		if (byte === 0x5b && parameters === '' && intermediates === '') parameters = '[';
		else if (isFinal) endCsi(String.fromCharCode(byte));
		else if (byte >= 0x30) addParameter(byte);
		else intermediates = String.fromCharCode(byte);
	}

	function addParameter(byte: number): void {
		if (parameters.length < MAX_PARAMETERS) parameters += String.fromCharCode(byte);
		else isTooLong = true;
	}

	function endCsi(final: string): void {
		const [, prefix = '', rest = ''] = /^([<=>?[]?)(.*)$/.exec(parameters) ?? [];
		const keys = isTooLong ? [] : csiKeys({ prefix, parameters: rest, intermediates, final, alt: hasAlt });
		const sequence = parameters + intermediates + final;
		endSequence();
		if (paste !== null) {
			if (sequence === '201~') {
				addPaste();
				paste = null;
			} else if (keys.includes('ctrl+c')) addControl(ETX);
		} else if (sequence === 'M') {
			state = 'mouse';
			mouseBytes = 3;
		} else if (sequence === '200~') {
			// An 8-bit end would look like text in another encoding, so an 8-bit start does not begin a paste.
			if (!isEightBit) paste = '';
		} else for (const name of keys) addKey(name);
	}

	function stepInSs3(byte: number): void {
		if ((byte >= 0x30 && byte <= 0x39) || byte === 0x3b) {
			addParameter(byte);
			return;
		}
		const keys = isTooLong || paste !== null ? [] : ss3Keys(parameters, String.fromCharCode(byte), hasAlt);
		endSequence();
		for (const name of keys) addKey(name);
	}

	function stepInString(byte: number): void {
		if (byte === ESC) state = 'terminator';
		else if (byte === BEL || byte === CAN || byte === SUB || (byte === 0x9c && (hasC2 || isEightBit))) {
			if (isOverdue && !isReply()) dropReply(byte);
			else endString();
		} else if (reply !== null && byte !== 0xc2) stepInReply(reply + String.fromCharCode(byte), byte);
		hasC2 = byte === 0xc2;
	}

	function stepInReply(next: string, byte: number): void {
		if (fitsReply(next)) {
			reply = next;
			if (isOverdue) held += String.fromCharCode(byte);
		} else if (isOverdue) dropReply(byte);
		else reply = null;
	}

	const isReply = (): boolean => reply !== null && parseBackground(reply) !== null;

	/** Ends a string, which counts if it is the reply about the background. */
	function endString(): void {
		const background = reply === null ? null : parseBackground(reply);
		if (background) onBackground(background);
		endSequence();
	}

	/** Gives up a late reply: the characters held back were keys, and so is the byte, if there is one. */
	function dropReply(byte?: number): void {
		const keys = (reply ?? '').length < REPLY_START.length ? held : '';
		endSequence();
		for (const key of keys) addKey(key);
		if (byte !== undefined) stepInGround(byte);
	}

	/** Starts a reply whose ESC was taken for Escape; the key `]` waits a moment for what follows. */
	function startLateReply(): void {
		startSequence('string');
		reply = '';
		isOverdue = true;
		held = OSC;
	}

	function stepInTerminator(byte: number): void {
		if (byte === ST) endString();
		else if (lacksEnd) {
			endSequence();
			stepInGround(byte);
		} else {
			// Another sequence starts, or a key was pressed.
			dropReply();
			state = 'escape';
			stepInEscape(byte);
		}
	}

	/** Returns whether a byte aborts the current sequence; the byte is then decoded on its own. */
	function isAborting(byte: number): boolean {
		switch (state) {
			case 'ground':
			case 'escape':
			case 'terminator':
				return false;
			case 'string':
				// A reply never spans lines: its end was lost.
				return byte === ETX || byte === CR || byte === LF;
			case 'mouse':
				return byte > 0 && byte < 0x20;
			default:
				return byte < 0x20 || byte >= DEL;
		}
	}

	function step(byte: number): void {
		if (isInCharacter && byte < 0x80) endCharacter();
		const isLate = hasEscaped && byte === OSC.charCodeAt(0);
		hasEscaped = false;
		if (isLate) {
			startLateReply();
			return;
		}
		if (isAborting(byte)) dropReply();
		hasBegun = state !== 'ground' && state !== 'escape';
		switch (state) {
			case 'ground':
				stepInGround(byte);
				break;
			case 'escape':
				stepInEscape(byte);
				break;
			case 'csi':
				stepInCsi(byte);
				break;
			case 'ss3':
				stepInSs3(byte);
				break;
			case 'string':
				stepInString(byte);
				break;
			case 'terminator':
				stepInTerminator(byte);
				break;
			case 'mouse':
				mouseBytes--;
				if (mouseBytes === 0) endSequence();
				break;
			case 'skip':
				if (byte >= 0x30) endSequence();
		}
	}

	/** Whether characters are held back that may be keys. */
	const isHeld = (): boolean => held !== '' && (reply ?? '').length < REPLY_START.length;

	/** Resolves an incomplete reply; returns false if it was no reply. */
	function flushReply(): boolean {
		if (state === 'terminator' && isReply()) {
			endString();
			state = 'terminator';
			lacksEnd = true;
			return true;
		}
		if (state === 'terminator' && isOverdue) {
			dropReply();
			addKey('escape');
			return true;
		}
		if (state !== 'string') return false;
		if (isHeld()) dropReply();
		else isOverdue = true;
		return true;
	}

	function takeInputs(): readonly Input[] {
		const taken = inputs;
		inputs = [];
		return taken;
	}

	return {
		push(bytes) {
			for (let i = 0; i < bytes.length; i++) {
				const end = paste !== null && state === 'ground' ? findTextEnd(bytes, i) : i;
				if (end > i) {
					// Decodes a long paste in one call, not byte by byte.
					addText(utf8.decode(bytes.subarray(i, end), { stream: true }));
					isInCharacter = true;
					i = end;
				}
				if (i < bytes.length) step(bytes[i] ?? 0);
			}
			return takeInputs();
		},
		get waitMs() {
			if (paste) return ESCAPE_MS;
			if (state === 'ground' || lacksEnd) return null;
			if (isOverdue && state === 'string') return isHeld() ? ESCAPE_MS : null;
			if (isOverdue) return ESCAPE_MS;
			return hasBegun || paste !== null ? SEQUENCE_MS : ESCAPE_MS;
		},
		flush() {
			if (paste) {
				addPaste();
				paste = '';
				return takeInputs();
			}
			if (reply !== null && flushReply()) return takeInputs();
			if (state === 'escape' && paste === null) {
				if (hasAlt) addKey('escape');
				addKey('escape');
				hasEscaped = true;
			}
			// If the end of a paste was lost, Escape followed by silence ends it.
			if (state === 'escape') paste = null;
			endSequence();
			return takeInputs();
		},
		reset() {
			utf8.decode();
			isInCharacter = false;
			hasEscaped = false;
			endSequence();
		},
	};
}

/** Whether a text may be the start of the reply about the background. */
function fitsReply(text: string): boolean {
	if (text.length <= REPLY_START.length) return REPLY_START.startsWith(text);
	return text.length <= MAX_REPLY && REPLY_CHARACTER.test(text.slice(-1));
}

/** Returns the index of the first control character from `from` on, or the number of bytes. */
function findTextEnd(bytes: Uint8Array, from: number): number {
	let end = from;
	for (let byte = bytes[end]; byte !== undefined && byte >= 0x20 && byte !== DEL; byte = bytes[end]) end++;
	return end;
}
