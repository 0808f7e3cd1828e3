import type { Line, Span } from './line.js';
import { width, wrap } from './width.js';

/** Sentences stay while numbers around them change, and breaking them is the dearest part of a frame. */
const wrappedBefore = new Map<string, readonly string[]>();
const MOST_REMEMBERED = 200;

function wrapOften(text: string, columns: number): readonly string[] {
	const key = `${columns} ${text}`;
	const known = wrappedBefore.get(key);
	if (known) return known;
	if (wrappedBefore.size >= MOST_REMEMBERED) wrappedBefore.clear();
	const lines = wrap(text, columns);
	wrappedBefore.set(key, lines);
	return lines;
}

/**
 * Wraps styled text at spaces; each word keeps its span's style, later lines hang under the first, as far in as its text
 * begins.
 */
export function wrapLine(line: Line, columns: number): Line[] {
	const room = Math.max(10, columns - 2);
	const whole = line.map((span) => span.text).join('');
	if (width(whole) <= room) return [[{ text: ' ' }, ...line]];
	const [indent = '', bullet = ''] = /^ +(• )?/.exec(whole) ?? [];
	const wrapped = wrapOften(whole.slice(indent.length - bullet.length), Math.max(10, room - indent.length));
	const styles = line.flatMap((span) => [...span.text].map((character) => ({ character, span })));
	let at = 0;
	return wrapped.map((text, i) => {
		const spans: Span[] = [{ text: ` ${' '.repeat(indent.length - (i === 0 ? bullet.length : 0))}` }];
		for (const character of text) {
			while (styles[at] && styles[at]?.character !== character) at++;
			const { text: _, ...style } = styles[at]?.span ?? { text: '' };
			at++;
			spans.push({ text: character, ...style });
		}
		return joined(spans);
	});
}

/** Neighbouring spans of one style, as one. */
function joined(spans: readonly Span[]): Span[] {
	const out: Span[] = [];
	for (const span of spans) {
		const last = out.at(-1);
		if (last && last.tone === span.tone && last.bold === span.bold)
			out[out.length - 1] = { ...last, text: last.text + span.text };
		else out.push(span);
	}
	return out;
}
