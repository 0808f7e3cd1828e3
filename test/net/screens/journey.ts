import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { KEYS, Tty, temporaryHome } from '../../e2e/harness/index.js';

/** Windows that every journey is recorded in, at the same time. */
const SIZES = [
	[80, 24],
	[120, 36],
] as const;

/** `npm run net:accept` writes what the program shows now; otherwise it has to show what was written. */
const ACCEPTS = process.env['NET'] === 'accept';

const FRAMES = join(import.meta.dirname, 'frames');

/** What differs from run to run, with what stands for it: as wide, so that nothing moves. */
const VARIES: readonly (readonly [RegExp, string])[] = [
	[/\b\d:\d\d(?= left|\b *$)/gm, 'm:ss'],
	[/\b\d(?= s(?: of|$))/gm, '#'],
];

/** A journey in one window. */
interface Window {
	readonly tty: Tty;
	readonly size: string;
}

/**
 * A recorded journey: keys go to the program in two windows, and what it shows is compared with what it showed before,
 * as text. A step is `press(keys)` and `see(text)`; each `see` is a frame of the record. Keys that need the layout of the
 * frame before are pressed after it was seen.
 */
export class Journey {
	/** What is pressed next. */
	#keys = '';
	#steps = 0;
	readonly #recorded: ReadonlyMap<string, string>;
	readonly #frames: (readonly [string, string])[] = [];

	constructor(
		readonly name: string,
		private readonly windows: readonly Window[],
	) {
		this.#recorded = recordedFrames(name);
	}

	/** Presses keys in every window; `see` or `wait` after it says what they lead to. */
	press(keys: string): this {
		if (this.#keys !== '') throw new Error(`nothing was asked of what ${spell(this.#keys)} leads to`);
		this.#keys = keys;
		return this;
	}

	/** Waits until every window shows the text, and then exactly the frame that was recorded. */
	async see(wanted: RegExp | string): Promise<void> {
		await this.#see(wanted, (tty) => tty.text());
	}

	/** The same; the text has to stand in the pane of this title. */
	async seeIn(pane: string, wanted: RegExp | string): Promise<void> {
		await this.#see(wanted, (tty) => paneText(tty.text(), pane));
	}

	/** Waits until every window shows the text, and records nothing. */
	async wait(wanted: RegExp | string): Promise<void> {
		await this.#type();
		for (const { tty } of this.windows) await tty.waitFor(wanted);
	}

	async #see(wanted: RegExp | string, textOf: (tty: Tty) => string): Promise<void> {
		const pressed = await this.#type();
		this.#steps++;
		const step = `${this.#steps}`.padStart(2, '0');
		for (const { tty, size } of this.windows) {
			const title = `${step} · ${spell(pressed)} · ${size}`;
			const shows = (): boolean =>
				typeof wanted === 'string' ? textOf(tty).includes(wanted) : wanted.test(textOf(tty));
			await tty.waitUntil(shows, `${wanted} (${this.name}, ${title})`);
			// A worksheet that is being saved is so for a moment.
			if (ACCEPTS) await tty.waitUntil(() => !tty.text().includes('· saving'), 'the worksheet to be saved');
			if (ACCEPTS) await waitUntilQuiet(tty);
			else await this.#waitForRecord(tty, title);
			this.#frames.push([title, maskVarying(tty.text())]);
		}
	}

	async #type(): Promise<string> {
		const keys = this.#keys;
		this.#keys = '';
		if (keys === '') return 'start';
		for (const { tty } of this.windows) {
			// Some screens measure themselves after a frame. Once a key is answered that was sent after it, they have.
			const before = tty.raw.length;
			tty.type(KEYS.ctrlL);
			await tty.waitUntil(() => tty.raw.length > before, 'the screen drawn again');
			tty.type(keys);
		}
		return keys;
	}

	async #waitForRecord(tty: Tty, title: string): Promise<void> {
		const recorded = this.#recorded.get(title);
		try {
			await tty.waitUntil(() => maskVarying(tty.text()) === recorded, 'the recorded frame', 3000);
		} catch {
			const message = `${this.name}: ${title}. Meant? npm run net:accept -- -t "${this.name}"`;
			expect(maskVarying(tty.text()), message).toBe(recorded ?? 'nothing recorded yet');
		}
	}

	/** Ends the journey: what was recorded has been seen, all of it. */
	finish(): void {
		if (this.#keys !== '') throw new Error(`nothing was asked of what ${spell(this.#keys)} leads to`);
		if (ACCEPTS) {
			mkdirSync(FRAMES, { recursive: true });
			writeFileSync(fileOf(this.name), this.#frames.map(([title, frame]) => `${rule(title)}\n${frame}\n`).join(''));
		} else expect(this.#frames.map(([title]) => title)).toEqual([...this.#recorded.keys()]);
	}
}

/**
 * Declares a recorded journey.
 *
 * @param before makes what the program finds in its home, once for each window
 */
export function journey(
	name: string,
	args: readonly string[],
	play: (journey: Journey) => Promise<void>,
	before: (home: string) => void = () => undefined,
): void {
	it(name, async () => {
		const windows = SIZES.map(([columns, rows]) => {
			const home = temporaryHome();
			before(home.folder);
			return { tty: new Tty(args, { columns, rows, home }), home, size: `${columns}×${rows}` };
		});
		try {
			const played = new Journey(name, windows);
			await play(played);
			played.finish();
		} finally {
			await Promise.all(windows.map(({ tty }) => tty.stop()));
			for (const { home } of windows) home.remove();
		}
	});
}

const fileOf = (name: string): string => join(FRAMES, `${name.replace(/\W+/g, '-')}.txt`);
const rule = (title: string): string => `════ ${title} ════`;

function recordedFrames(name: string): ReadonlyMap<string, string> {
	if (ACCEPTS || !existsSync(fileOf(name))) return new Map();
	const parts = readFileSync(fileOf(name), 'utf8').split(/^════ (.*) ════\n/m);
	const titles = parts.filter((_, i) => i % 2 === 1);
	return new Map(titles.map((title, i) => [title, parts[2 * i + 2]?.replace(/\n$/, '') ?? '']));
}

const maskVarying = (text: string): string => VARIES.reduce((all, [varies, mask]) => all.replace(varies, mask), text);

/** Frames may follow the one that shows what was waited for. Only for a new record: a check waits for the recorded frame. */
async function waitUntilQuiet(tty: Tty): Promise<void> {
	for (let before = ''; before !== tty.raw; ) {
		before = tty.raw;
		await new Promise((settle) => setTimeout(settle, 200));
	}
}

/** The part of a screen below the title of a pane; the whole screen where panes do not stand side by side. */
function paneText(screen: string, title: string): string {
	const lines = screen.split('\n');
	const head = lines.findIndex((line) => line.includes(title) && line.includes('│'));
	const at = lines[head]?.indexOf('│') ?? -1;
	if (at < 0) return screen;
	const isLeft = (lines[head]?.indexOf(title) ?? 0) < at;
	return lines
		.slice(head)
		.map((line) => (isLeft ? line.slice(0, at) : line.slice(at + 1)))
		.join('\n');
}

const NAMES: readonly (readonly [string, string])[] = [
	['\u001b[A', '↑'],
	['\u001b[B', '↓'],
	['\u001b[C', '→'],
	['\u001b[D', '←'],
	['\u001b[Z', 'Shift-Tab'],
	['\u001b[5~', 'PgUp'],
	['\u001b[6~', 'PgDn'],
	['\u001b[200~', '«'],
	['\u001b[201~', '»'],
	['\u001b', 'Esc'],
	['\r', 'Enter'],
	['\t', 'Tab'],
	['\u007f', 'Backspace'],
	[' ', 'Space'],
];

/** Keys as people read them. */
function spell(keys: string): string {
	const named = NAMES.reduce((all, [key, name]) => all.replaceAll(key, ` ${name} `), keys);
	const controls = [...named].map((one) => (one < ' ' ? ` Ctrl-${String.fromCharCode(one.charCodeAt(0) + 64)} ` : one));
	return controls.join('').trim().replace(/\s+/g, ' ');
}
