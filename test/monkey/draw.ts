import { actionFor } from '../../src/app/keys.js';
import { topLayer } from '../../src/app/layers.js';
import type { BoardStore } from '../../src/app/store.js';
import { HOSTILE_TEXTS } from '../support/hostile.js';
import { LAYERS, ROWS } from '../support/layers.js';
import type { Random } from '../support/random.js';
import { sequenceOf } from './keys.js';
import { STARTS } from './starts.js';
import { type Step, typed } from './step.js';

/** Chance to press a key that quits; small, because quitting ends a run. */
const QUIT_CHANCE = 0.03;
const SIZES: readonly (readonly [number, number])[] = [
	[60, 18],
	[61, 19],
	[80, 24],
	[80, 24],
	[100, 30],
	[119, 36],
	[120, 36],
];
/** Sizes drawn for a few keys only: small windows show nothing, and huge ones take as long as twenty others. */
const RARE_SIZES: readonly (readonly [number, number])[] = [
	[1, 1],
	[20, 5],
	[59, 18],
	[60, 17],
	[200, 60],
	[400, 120],
];
const WORDS = [
	'mine',
	'week',
	'false easy',
	'50',
	'0.3',
	'.5',
	'95%',
	'-1',
	'1e308',
	'0,25',
	'漢字',
	'👩‍👧',
	'e\u0301',
	'',
	'x.html',
];
const CONTROLS = '\u0000\u0001\u0005\u0007\b\t\n\u000b\u000c\r\u0015\u0017\u001b\u007f\u0080\u009b\u009d';

const pick = <T>(random: Random, items: ArrayLike<T>): T => items[Math.floor(random.uniform() * items.length)] as T;
const upTo = (random: Random, most: number): number => 1 + Math.floor(random.uniform() * most);

/**
 * Draws the next step, or a few that belong together.
 *
 * @param store null if the state of the program is unknown
 */
export function drawSteps(store: BoardStore | null, random: Random): readonly Step[] {
	const chance = random.uniform();
	if (chance < 0.66) return [{ bytes: key(store, random) }];
	if (chance < 0.76) return repeatedKey(store, random);
	if (chance < 0.84) return [{ bytes: Array.from({ length: upTo(random, 12) }, () => key(store, random)).join('') }];
	if (chance < 0.87) return [{ bytes: garbage(random) }];
	if (chance < 0.9) return split(random.chance(0.5) ? key(store, random) : typed(pick(random, WORDS)), random);
	if (chance < 0.93) return paste(random);
	if (chance < 0.95) return [{ size: pick(random, SIZES) }];
	if (chance < 0.965) {
		const keys = Array.from({ length: upTo(random, 3) }, () => ({ bytes: key(store, random) }));
		return [{ size: pick(random, RARE_SIZES) }, ...keys, { size: [80, 24] }];
	}
	if (chance < 0.975) return [{ seconds: pick(random, [1, 30, 400, 90_000]) }];
	if (chance < 0.985) return [{ files: pick(random, ['change', 'block', 'free', 'free'] as const) }];
	return [{ start: Math.floor(random.uniform() * STARTS.length) }];
}

/** Draws one key pressed several times, which reaches the far end of lists and steps. */
function repeatedKey(store: BoardStore | null, random: Random): readonly Step[] {
	const bytes = key(store, random);
	return Array.from({ length: upTo(random, 8) }, () => ({ bytes }));
}

/** Draws a key, mostly one with a row in the top layer; sometimes text in a text layer. */
function key(store: BoardStore | null, random: Random): string {
	const top = store && topLayer(store.getState(), store.env);
	if (top?.text && random.chance(0.3)) return typed(pick(random, WORDS));
	const rows = top && random.chance(0.85) ? top.keys : pick(random, LAYERS).keys;
	const { keys } = pick(random, rows.length > 0 ? rows : ROWS);
	const name = pick(random, keys);
	const quits = store && actionFor(name, store.getState(), store.env)?.type === 'quit';
	return quits && !random.chance(QUIT_CHANCE) ? '' : typed(sequenceOf(name));
}

/** Draws random bytes without Ctrl-C. */
const garbage = (random: Random): string =>
	Array.from({ length: upTo(random, 20) }, () => {
		if (random.chance(0.4)) return pick(random, CONTROLS.replace('\u0003', ''));
		if (random.chance(0.4)) return pick(random, '[O]P;?<0123456789~ABuMmRc\\');
		return String.fromCharCode(Math.floor(random.uniform() * 256)).replace('\u0003', '');
	}).join('');

/** Splits bytes into two reads; the second comes at once, or after the first was decoded by itself. */
function split(bytes: string, random: Random): readonly Step[] {
	const at = Math.floor(random.uniform() * (bytes.length + 1));
	const first = bytes.slice(0, at);
	return [random.chance(0.7) ? { bytes: first, more: true } : { bytes: first }, { bytes: bytes.slice(at) }];
}

/** Draws a paste: marked or not, sometimes long, with control characters and incomplete sequences. */
function paste(random: Random): readonly Step[] {
	const text = typed(
		random.chance(0.5) ? pick(random, HOSTILE_TEXTS) : `${pick(random, WORDS)}${pick(random, CONTROLS)}\u001b[1;`,
	);
	const times = random.chance(0.1) ? Math.ceil(200_000 / Math.max(1, text.length)) : 1;
	const begin = random.chance(0.7) ? [{ bytes: '\u001b[200~', more: true } as const] : [];
	const end = random.chance(0.8) ? [{ bytes: '\u001b[201~' }] : [];
	return [...begin, { bytes: text, times, ...(end.length > 0 && { more: true as const }) }, ...end];
}
