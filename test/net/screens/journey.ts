import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { KEYS, Tty, temporaryHome } from '../../e2e/harness/index.js';

/** Sizes of the windows in which every journey is recorded side by side. */
const SIZES = [
	[80, 24],
	[120, 36],
] as const;

/** Whether to record the frames (`npm run net:accept`) rather than to compare them. */
const ACCEPTS = process.env['NET'] === 'accept';

const FRAMES = join(import.meta.dirname, 'frames');

/** Text that differs between runs, with a mask of the same width. */
const MASKS: readonly (readonly [RegExp, string])[] = [
	[/\b\d:\d\d(?= left|\b *$)/gm, 'm:ss'],
	[/\b\d(?= s(?: of|$))/gm, '#'],
];

/** A journey in one window. */
interface Window {
	readonly tty: Tty;
	readonly size: string;
}

/**
 * A recorded journey: sends keys to the program in two windows, and compares the text of its frames with the recorded
 * ones. A step is `press(keys)` and `see(text)`; each `see` is a frame of the record.
 */
export class Journey {
	/** Keys of the current step. */
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

	/** Sets the keys of the next `see` or `wait`. */
	press(keys: string): this {
		if (this.#keys !== '') throw new Error(`nothing was asked of what ${spell(this.#keys)} leads to`);
		this.#keys = keys;
		return this;
	}

	/** Presses the keys, waits until every window shows the text, and then for exactly the recorded frame. */
	async see(wanted: RegExp | string): Promise<void> {
		await this.#see(wanted, (tty) => tty.text());
	}

	/** Does the same for a text in the pane of this title. */
	async seeIn(pane: string, wanted: RegExp | string): Promise<void> {
		await this.#see(wanted, (tty) => paneText(tty.text(), pane));
	}

	/** Presses the keys and waits until every window shows the text, without recording a frame. */
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
			// “saving” is shown only for a moment, so it is not recorded.
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
			// Once a redraw is answered, everything before it has been drawn.
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

	/** Ends the journey: writes the record, or expects that every recorded frame was seen. */
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
 * @param before prepares the home of each window
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

const maskVarying = (text: string): string => MASKS.reduce((all, [pattern, mask]) => all.replace(pattern, mask), text);

/** Waits for frames that follow the expected text. Needed only for recording: a check waits for the recorded frame. */
async function waitUntilQuiet(tty: Tty): Promise<void> {
	for (let before = ''; before !== tty.raw; ) {
		before = tty.raw;
		await new Promise((settle) => setTimeout(settle, 200));
	}
}

/** Returns the part of a screen below the title of a pane; the whole screen if only one pane is shown. */
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

/** Returns keys in readable form. */
function spell(keys: string): string {
	const named = NAMES.reduce((all, [key, name]) => all.replaceAll(key, ` ${name} `), keys);
	const controls = [...named].map((one) => (one < ' ' ? ` Ctrl-${String.fromCharCode(one.charCodeAt(0) + 64)} ` : one));
	return controls.join('').trim().replace(/\s+/g, ' ');
}
