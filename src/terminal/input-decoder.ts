import { controlName, csiKeys, RXVT_KEYS, ss3Keys, withAlt } from './key-name.js';

/** What somebody did at the terminal: pressed a key, or pasted a text (a long or slow paste comes in pieces). */
export type Input = { readonly type: 'key'; readonly name: string } | { readonly type: 'paste'; readonly text: string };

export interface InputDecoder {
	/** Decodes the bytes of one read. What is not complete yet is kept for the next one. */
	push(bytes: Uint8Array): readonly Input[];
	/** How long to wait for more bytes before `flush`, in ms; null: nothing is incomplete. */
	readonly waitMs: number | null;
	/** Decides what is incomplete: ESC was the Escape key, a sequence that broke off is dropped, a paste is handed on so far. */
	flush(): readonly Input[];
	/** Drops a sequence that is not complete. A paste goes on. */
	reset(): void;
}

/** Over a slow line, ESC can arrive well before the rest of its sequence; with a longer wait, Escape feels stuck. */
const ESCAPE_MS = 75;
/** Nobody types what comes after an introducer, so the end of a sequence is worth a longer wait. */
const SEQUENCE_MS = 1000;

/**
 * Where in a sequence the decoder is. `string`: an OSC, DCS, APC, PM or SOS, which ends with ESC \ or BEL;
 * `terminator`: ESC has ended it, and \ should follow. `mouse`: the three bytes of an X10 report. `skip`: an escape
 * sequence with intermediates, in a paste only.
 */
type Place = 'ground' | 'escape' | 'csi' | 'ss3' | 'string' | 'terminator' | 'mouse' | 'skip';

/** UTF-16 units of a paste in one piece: whatever is sent, memory holds it. */
const LONGEST_PASTE = 4_000_000;

/** More parameters than any key has; a longer sequence is dropped. */
const LONGEST_PARAMETERS = 64;

const ESC = 0x1b;
const BEL = 0x07;
const ETX = 0x03;
const LF = 0x0a;
const CR = 0x0d;
const CAN = 0x18;
const SUB = 0x1a;
const DEL = 0x7f;
/** The letter of the string terminator, ESC \. */
const ST = 0x5c;

const INTRODUCERS: Readonly<Record<string, Place>> = {
	'[': 'csi',
	O: 'ss3',
	P: 'string',
	X: 'string',
	']': 'string',
	'^': 'string',
	_: 'string',
};

/**
 * Creates a decoder, the only place that knows escape sequences: the bytes of each read go in, keys by name and pasted
 * texts come out. How a stream is split into reads makes no difference. Anything else (a reply, a mouse report, a
 * function key without a name) is dropped whole and never yields a character. Ctrl-C counts everywhere, within a paste
 * or a sequence too, so that nobody is locked in.
 */
export function createInputDecoder(): InputDecoder {
	// A byte order mark is a character like any other here.
	const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
	let place: Place = 'ground';
	let inputs: Input[] = [];
	/** The UTF-8 decoder may hold the beginning of a character. */
	let inCharacter = false;
	/** The next character or key comes with Alt: ESC stands before it. */
	let alt = false;
	let parameters = '';
	let intermediates = '';
	let isTooLong = false;
	/** The sequence was introduced by a control character of 8 bits. */
	let isEightBit = false;
	/** Something came after the introducer, so this is no Alt with a letter. */
	let begun = false;
	let mouseBytes = 0;
	/** The last byte of a string was C2, the first half of an 8-bit terminator in UTF-8. */
	let mayEnd = false;
	/** The text of a paste that is going on; null: none is. */
	let pasted: string | null = null;

	function addKey(name: string): void {
		inputs.push({ type: 'key', name });
	}

	function addPaste(): void {
		if (pasted) inputs.push({ type: 'paste', text: pasted });
	}

	function endSequence(): void {
		place = 'ground';
		alt = false;
	}

	function startSequence(next: Place, eightBit = false): void {
		place = next;
		parameters = '';
		intermediates = '';
		isTooLong = false;
		isEightBit = eightBit;
		begun = false;
		mayEnd = false;
	}

	function addText(decoded: string): void {
		if (pasted !== null) {
			pasted += decoded.replace(/[\u0080-\u009f]/g, '');
			if (pasted.length >= LONGEST_PASTE) {
				addPaste();
				pasted = '';
			}
			return;
		}
		for (const character of decoded) {
			const code = character.codePointAt(0) ?? 0;
			if (code >= 0x80 && code <= 0x9f) startEightBit(code);
			// Bytes that are no UTF-8: no key sends them.
			else if (character === '\ufffd') alt = false;
			else addCharacter(character);
		}
	}

	function addCharacter(character: string): void {
		addKey(alt ? withAlt(character) : character);
		alt = false;
	}

	/** Starts what a control character of 8 bits stands for: ESC and a letter. */
	function startEightBit(code: number): void {
		const next = INTRODUCERS[String.fromCharCode(code - 0x40)];
		if (next) startSequence(next, true);
		alt = false;
	}

	function addControl(code: number): void {
		if (pasted === null) {
			const name = controlName(code);
			addKey(alt && code !== ETX ? withAlt(name) : name);
			alt = false;
		} else if (code === ETX) {
			addPaste();
			pasted = '';
			addKey('ctrl+c');
		} else if (code === 0x09 || code === LF || code === CR) pasted += String.fromCharCode(code);
	}

	/** Completes a character whose end is missing, as what follows is no part of it. */
	function endCharacter(): void {
		inCharacter = false;
		addText(utf8.decode());
	}

	function stepInGround(byte: number): void {
		if (byte === ESC) {
			alt = false;
			place = 'escape';
		} else if (byte < 0x20 || byte === DEL) addControl(byte);
		else if (byte < 0x80) addText(String.fromCharCode(byte));
		else if (!inCharacter && byte <= 0x9f) {
			if (pasted === null) startEightBit(byte);
		} else {
			const decoded = utf8.decode(Uint8Array.of(byte), { stream: true });
			// A lead byte starts a new character, even if it broke off another.
			inCharacter = decoded === '' || (byte >= 0xc2 && byte <= 0xf4);
			addText(decoded);
		}
	}

	function stepInEscape(byte: number): void {
		const isDoubled = alt && pasted === null;
		if (byte === ESC) {
			// Either Escape twice, or Alt with a key that has a sequence.
			if (isDoubled) addKey('escape');
			alt = true;
			return;
		}
		const next = byte < 0x80 ? INTRODUCERS[String.fromCharCode(byte)] : undefined;
		if (isDoubled && next !== 'csi' && next !== 'ss3') addKey('escape');
		if (next) startSequence(next);
		else if (pasted !== null) stepInPastedEscape(byte);
		// The end of a string whose beginning was lost, and no key.
		else if (byte === ST) endSequence();
		else {
			place = 'ground';
			alt = true;
			stepInGround(byte);
		}
	}

	/** In a pasted log the sequence goes, and what follows it stays. */
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
		if (parameters.length < LONGEST_PARAMETERS) parameters += String.fromCharCode(byte);
		else isTooLong = true;
	}

	function endCsi(final: string): void {
		const [, prefix = '', rest = ''] = /^([<=>?[]?)(.*)$/.exec(parameters) ?? [];
		const keys = isTooLong ? [] : csiKeys({ prefix, parameters: rest, intermediates, final, alt });
		const mark = parameters + intermediates + final;
		endSequence();
		if (pasted !== null) {
			if (mark === '201~') {
				addPaste();
				pasted = null;
			} else if (keys.includes('ctrl+c')) addControl(ETX);
		} else if (mark === 'M') {
			place = 'mouse';
			mouseBytes = 3;
		} else if (mark === '200~') {
			// An 8-bit end could not be told from text in another encoding, so an 8-bit start begins no paste.
			if (!isEightBit) pasted = '';
		} else for (const name of keys) addKey(name);
	}

	function stepInSs3(byte: number): void {
		if ((byte >= 0x30 && byte <= 0x39) || byte === 0x3b) {
			addParameter(byte);
			return;
		}
		const keys = isTooLong || pasted !== null ? [] : ss3Keys(parameters, String.fromCharCode(byte), alt);
		endSequence();
		for (const name of keys) addKey(name);
	}

	function stepInString(byte: number): void {
		if (byte === ESC) place = 'terminator';
		else if (byte === BEL || byte === CAN || byte === SUB || (byte === 0x9c && (mayEnd || isEightBit))) endSequence();
		mayEnd = byte === 0xc2;
	}

	/** Returns whether a byte ends the sequence that it comes in, and is then decoded by itself. */
	function breaksOff(byte: number): boolean {
		switch (place) {
			case 'ground':
			case 'escape':
			case 'terminator':
				return false;
			case 'string':
				// No reply has several lines: its end was lost.
				return byte === ETX || byte === CR || byte === LF;
			case 'mouse':
				return byte > 0 && byte < 0x20;
			default:
				return byte < 0x20 || byte >= DEL;
		}
	}

	function step(byte: number): void {
		if (inCharacter && byte < 0x80) endCharacter();
		if (breaksOff(byte)) endSequence();
		begun = place !== 'ground' && place !== 'escape';
		switch (place) {
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
				endSequence();
				// Another sequence begins, or a key was pressed.
				if (byte !== ST) {
					place = 'escape';
					stepInEscape(byte);
				}
				break;
			case 'mouse':
				mouseBytes--;
				if (mouseBytes === 0) endSequence();
				break;
			case 'skip':
				if (byte >= 0x30) endSequence();
		}
	}

	function takeInputs(): readonly Input[] {
		const taken = inputs;
		inputs = [];
		return taken;
	}

	return {
		push(bytes) {
			for (let i = 0; i < bytes.length; i++) {
				const end = pasted !== null && place === 'ground' ? textEnd(bytes, i) : i;
				if (end > i) {
					// A long paste is decoded in one go, not byte by byte.
					addText(utf8.decode(bytes.subarray(i, end), { stream: true }));
					inCharacter = true;
					i = end;
				}
				if (i < bytes.length) step(bytes[i] ?? 0);
			}
			return takeInputs();
		},
		get waitMs() {
			if (pasted) return ESCAPE_MS;
			if (place === 'ground') return null;
			return begun || pasted !== null ? SEQUENCE_MS : ESCAPE_MS;
		},
		flush() {
			if (pasted) {
				addPaste();
				pasted = '';
				return takeInputs();
			}
			if (place === 'escape' && pasted === null) {
				if (alt) addKey('escape');
				addKey('escape');
			}
			// A paste whose end was lost: Escape, and silence after it, end it.
			if (place === 'escape') pasted = null;
			endSequence();
			return takeInputs();
		},
		reset() {
			utf8.decode();
			inCharacter = false;
			endSequence();
		},
	};
}

/** Finds where the text that begins at a place ends: at a control character, or with the bytes. */
function textEnd(bytes: Uint8Array, from: number): number {
	let at = from;
	for (let byte = bytes[at]; byte !== undefined && byte >= 0x20 && byte !== DEL; byte = bytes[at]) at++;
	return at;
}
