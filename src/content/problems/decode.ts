import { formatGrouped } from './unsafe-text.js';

/** Largest file that is read, in bytes. */
export const MAX_BYTES = 1_000_000;

/** Decoded text, or why the bytes are not text. */
export type Decoded =
	| { readonly ok: true; readonly text: string }
	| { readonly ok: false; readonly message: string; readonly help: string };

/** Maximum size of a file, and what to do about a larger one. */
export interface DecodeLimit {
	readonly bytes: number;
	readonly help: string;
}

const DEFAULT_LIMIT: DecodeLimit = {
	bytes: MAX_BYTES,
	help: 'Such a file holds a few segments or a page of text, not a log: keep the summary figures and leave the raw rows out.',
};

/** Decodes UTF-8 (a leading byte order mark is dropped); refuses files that are too large or not text. */
export function decode(input: Uint8Array | string, { bytes, help }: DecodeLimit = DEFAULT_LIMIT): Decoded {
	if (isTooLarge(input, bytes)) {
		// The size itself is unknown: file reading stops at the limit.
		const message = `the file is too large: more than ${formatGrouped(bytes)} bytes (${bytes / MAX_BYTES} MB)`;
		return { ok: false, message, help };
	}
	if (typeof input === 'string') {
		return input.includes('\0') ? refuse(`byte ${input.indexOf('\0') + 1} is NUL`) : text(input.replace(/^\ufeff/, ''));
	}
	if ((input[0] === 0xff && input[1] === 0xfe) || (input[0] === 0xfe && input[1] === 0xff))
		return refuse('it is UTF-16');
	const nul = input.indexOf(0);
	if (nul >= 0) return refuse(isHalfNul(input) ? 'it looks like UTF-16' : `byte ${nul + 1} is NUL`);
	try {
		return text(new TextDecoder('utf-8', { fatal: true }).decode(input));
	} catch {
		const bad = findInvalidByte(input);
		return refuse(`byte ${bad + 1} is not valid UTF-8 (line ${lineOf(input, bad)})`);
	}
}

const text = (value: string): Decoded => ({ ok: true, text: value });
const refuse = (reason: string): Decoded => ({
	ok: false,
	message: `this is not a text file: ${reason}`,
	help: 'Save it as plain text in UTF-8, or pick the right file.',
});

function isTooLarge(input: Uint8Array | string, limit: number): boolean {
	if (input.length > limit) return true;
	return typeof input === 'string' && new TextEncoder().encode(input).length > limit;
}

/**
 * Returns whether about half of the bytes are NUL, as in Latin text in UTF-16, which may lack a byte order mark. A file
 * of zeros only is corrupt, not UTF-16.
 */
function isHalfNul(bytes: Uint8Array): boolean {
	const start = bytes.subarray(0, 200);
	const nuls = start.reduce((sum, byte) => sum + Number(byte === 0), 0);
	return nuls > start.length / 3 && nuls < (start.length * 2) / 3;
}

const lineOf = (bytes: Uint8Array, at: number): number =>
	bytes.subarray(0, at).reduce((lines, byte) => lines + Number(byte === 0x0a), 1);

// Bisects: a prefix decodes as the start of a stream if and only if it ends before the first bad byte.
function findInvalidByte(bytes: Uint8Array): number {
	let good = 0;
	let bad = bytes.length;
	while (bad - good > 1) {
		const middle = (good + bad) >> 1;
		try {
			new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
			good = middle;
		} catch {
			bad = middle;
		}
	}
	return good;
}
