import { controlName, csiKeys, ss3Keys } from './key-name.js';

/** What somebody did at the terminal: pressed a key, or pasted a text (a long or slow paste comes in pieces). */
export type Input = { readonly type: 'key'; readonly name: string } | { readonly type: 'paste'; readonly text: string };

export interface InputDecoder {
	/** Decodes the bytes of one read. What is not complete yet waits for the next one. */
	push(bytes: Uint8Array): readonly Input[];
	/** How long to wait for more before `flush`, in ms; null: nothing waits. */
	readonly patience: number | null;
	/** Decides what waits: ESC was the Escape key, a sequence that broke off is dropped, a paste is handed on as far as it came. */
	flush(): readonly Input[];
	/** Forgets what waits. */
	reset(): void;
}

/** Over a slow line ESC can come well before the rest of its sequence; much longer, and Escape feels stuck. */
const ESCAPE_MS = 75;
/** A sequence past its introducer is no key that a person pressed: its end is worth waiting for. */
const SEQUENCE_MS = 1000;

/**
 * Where in a sequence the decoder is. `string`: an OSC, DCS, APC, PM or SOS, which ends with ESC \ or BEL.
 * `mouse`: the three bytes of an X10 report. `skip`: an escape sequence with intermediates, only in a paste.
 */
type Place = 'ground' | 'escape' | 'csi' | 'ss3' | 'string' | 'mouse' | 'skip';

/** Longer than any key; what is longer is dropped at its end all the same. */
const LONGEST_PARAMETERS = 64;

const ESC = 0x1b;
const BEL = 0x07;
const ETX = 0x03;
const CAN = 0x18;
const SUB = 0x1a;
const DEL = 0x7f;
/** The letter of the string terminator, ESC \\. */
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
 * Decodes what a terminal sends, and is the only place that knows escape sequences: in go the bytes of each read, out
 * come keys by name and pasted texts. How a stream is split into reads makes no difference. What is no key that it
 * knows (a reply, a report of the mouse, a function key without a name) is dropped whole, and never leaves a character.
 * Ctrl-C is a key wherever it comes, within a paste or a sequence too, so that nothing can lock anybody in.
 */
export function createInputDecoder(): InputDecoder {
	// A byte order mark is a character like any other here.
	let utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
	let place: Place = 'ground';
	let inputs: Input[] = [];
	/** A first byte of a character, or more, has been handed to the UTF-8 decoder. */
	let inCharacter = false;
	/** ESC stands before what comes now: Alt. */
	let alt = false;
	let parameters = '';
	let intermediates = '';
	/** Something came after the introducer: this is a sequence, and not Alt with a letter. */
	let begun = false;
	let mouseBytes = 0;
	/** Whether a string sequence could end with the next byte: it is C2, the first half of an 8-bit terminator. */
	let mayEnd = false;
	/** The text of a paste that is going on; null: none is. */
	let pasted: string | null = null;

	function key(name: string): void {
		inputs.push({ type: 'key', name });
	}

	function handOnPaste(): void {
		if (pasted) inputs.push({ type: 'paste', text: pasted });
	}

	function ground(): void {
		place = 'ground';
		alt = false;
	}

	function introduce(next: Place): void {
		place = next;
		parameters = '';
		intermediates = '';
		begun = false;
		mayEnd = false;
	}

	/** Ends a character that is not complete, as whatever follows is no part of it. */
	function endCharacter(): void {
		if (!inCharacter) return;
		inCharacter = false;
		text(utf8.decode());
	}

	/** What has been decoded as text: typed, or pasted. */
	function text(decoded: string): void {
		if (pasted !== null) {
			pasted += decoded.replace(/[\u0080-\u009f]/g, '');
			return;
		}
		for (const one of decoded) {
			const code = one.codePointAt(0) ?? 0;
			if (code >= 0x80 && code <= 0x9f) eightBit(code);
			// Bytes that are no UTF-8: no key sends them.
			else if (one !== '\ufffd') typed(one);
			else alt = false;
		}
	}

	function typed(character: string): void {
		key(alt ? `alt+${character}` : character);
		alt = false;
	}

	/** A control character of 8 bits is ESC and a letter. */
	function eightBit(code: number): void {
		const letter = String.fromCharCode(code - 0x40);
		const next = INTRODUCERS[letter];
		if (next) introduce(next);
		alt = false;
	}

	function control(code: number): void {
		if (pasted !== null) {
			if (code === ETX) {
				handOnPaste();
				pasted = '';
				key('ctrl+c');
			} else if (code === 0x09 || code === 0x0a || code === 0x0d) pasted += String.fromCharCode(code);
			return;
		}
		key(alt && code !== ETX ? withAlt(controlName(code)) : controlName(code));
		alt = false;
	}

	function inGround(byte: number): void {
		if (byte === ESC) {
			alt = false;
			place = 'escape';
		} else if (byte < 0x20 || byte === DEL) control(byte);
		else if (byte < 0x80) text(String.fromCharCode(byte));
		else if (!inCharacter && byte <= 0x9f) {
			if (pasted === null) eightBit(byte);
		} else {
			const decoded = utf8.decode(Uint8Array.of(byte), { stream: true });
			// A first byte always waits for more, whatever it ended.
			inCharacter = decoded === '' || (byte >= 0xc2 && byte <= 0xf4);
			if (decoded !== '') text(decoded);
		}
	}

	function inEscape(byte: number): void {
		if (byte === ESC) {
			// Either Escape twice, or Alt with a key that has a sequence.
			if (alt && pasted === null) key('escape');
			alt = true;
			return;
		}
		const doubled = alt;
		const next = byte < 0x80 ? INTRODUCERS[String.fromCharCode(byte)] : undefined;
		if (next) {
			introduce(next);
			return;
		}
		place = 'ground';
		if (pasted !== null) {
			alt = false;
			// In a pasted log: the sequence goes, what follows stays.
			if (byte >= 0x20 && byte < 0x30) introduce('skip');
			else if (byte < 0x20 || byte >= DEL) inGround(byte);
			return;
		}
		if (doubled) key('escape');
		// The end of a string whose beginning was lost, and never a key.
		if (byte === ST) {
			ground();
			return;
		}
		alt = true;
		inGround(byte);
	}

	function inCsi(byte: number): void {
		const isFirst = parameters === '' && intermediates === '';
		// A key of rxvt ends with what is an intermediate elsewhere.
		const isFinal = (byte >= 0x40 && byte < DEL) || (byte === 0x24 && intermediates === '' && /^\d+$/.test(parameters));
		if (byte === 0x5b && isFirst) parameters = '[';
		else if (isFinal) endCsi(String.fromCharCode(byte));
		else if (parameters.length + intermediates.length > LONGEST_PARAMETERS) return;
		else if (byte >= 0x30) parameters += String.fromCharCode(byte);
		else intermediates += String.fromCharCode(byte);
	}

	function endCsi(final: string): void {
		const [, prefix = '', rest = ''] = /^([<=>?[]?)(.*)$/.exec(parameters) ?? [];
		const keys = csiKeys({ prefix, parameters: rest, intermediates, final, alt });
		const mark = parameters + intermediates + final;
		ground();
		if (pasted !== null) {
			if (mark === '201~') {
				handOnPaste();
				pasted = null;
			} else if (keys.includes('ctrl+c')) control(ETX);
		} else if (mark === '200~') pasted = '';
		else if (mark === 'M') {
			place = 'mouse';
			mouseBytes = 3;
		} else for (const name of keys) key(name);
	}

	function inSs3(byte: number): void {
		if ((byte >= 0x30 && byte <= 0x39) || byte === 0x3b) {
			if (parameters.length <= LONGEST_PARAMETERS) parameters += String.fromCharCode(byte);
			return;
		}
		const keys = pasted === null ? ss3Keys(parameters, String.fromCharCode(byte), alt) : [];
		ground();
		for (const name of keys) key(name);
	}

	function inString(byte: number): void {
		const ended = byte === BEL || byte === CAN || byte === SUB || (byte === 0x9c && mayEnd);
		mayEnd = byte === 0xc2;
		if (ended) ground();
	}

	/** Whether a byte ends the sequence that it comes in, and is then taken for itself. */
	function breaksOff(byte: number): boolean {
		switch (place) {
			case 'ground':
			case 'escape':
				return false;
			case 'string':
				// A line end in a paste: the text after it is worth more than the end of a sequence.
				return byte === ESC || byte === ETX || (pasted !== null && (byte === 0x0a || byte === 0x0d));
			case 'mouse':
				return byte > 0 && byte < 0x20;
			default:
				return byte < 0x20 || byte >= DEL;
		}
	}

	function step(byte: number): void {
		if (inCharacter && byte < 0x80) endCharacter();
		if (breaksOff(byte)) ground();
		begun = place !== 'ground' && place !== 'escape';
		if (place === 'ground') inGround(byte);
		else if (place === 'escape') inEscape(byte);
		else if (place === 'csi') inCsi(byte);
		else if (place === 'ss3') inSs3(byte);
		else if (place === 'string') inString(byte);
		else if (place === 'mouse') {
			mouseBytes--;
			if (mouseBytes === 0) ground();
		} else if (byte >= 0x30) ground();
	}

	function taken(): readonly Input[] {
		const done = inputs;
		inputs = [];
		return done;
	}

	return {
		push(bytes) {
			for (let i = 0; i < bytes.length; i++) {
				const end = pasted !== null && place === 'ground' ? textEnd(bytes, i) : i;
				if (end > i) {
					// A long paste is decoded at once, not byte by byte.
					text(utf8.decode(bytes.subarray(i, end), { stream: true }));
					inCharacter = true;
					i = end;
				}
				if (i < bytes.length) step(bytes[i] ?? 0);
			}
			return taken();
		},
		get patience() {
			if (pasted !== null) return pasted === '' ? null : ESCAPE_MS;
			if (place === 'ground') return null;
			return begun ? SEQUENCE_MS : ESCAPE_MS;
		},
		flush() {
			if (pasted !== null) {
				// Its end may be on its way, wherever the last read was cut.
				handOnPaste();
				pasted = '';
				return taken();
			}
			if (place === 'escape') {
				if (alt) key('escape');
				key('escape');
			}
			ground();
			return taken();
		},
		reset() {
			utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
			ground();
			inCharacter = false;
			pasted = null;
		},
	};
}

/** Where the text that begins at a place ends: at a control character, or with the bytes. */
function textEnd(bytes: Uint8Array, from: number): number {
	let at = from;
	for (let byte = bytes[at]; byte !== undefined && byte >= 0x20 && byte !== DEL; byte = bytes[at]) at++;
	return at;
}

/** `ctrl+x` with Alt is `ctrl+alt+x`, as modifiers have one order. */
const withAlt = (name: string): string => (name.startsWith('ctrl+') ? `ctrl+alt+${name.slice(5)}` : `alt+${name}`);
