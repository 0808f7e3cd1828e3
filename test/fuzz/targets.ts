import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import documents from 'virtual:scenarios';
import { parseProse } from '../../src/app/markdown.js';
import { loadDeck } from '../../src/content/deck/load.js';
import { loadLesson, loadScenario, type ScenarioDocument } from '../../src/content/index.js';
import { priceEdits } from '../../src/content/prices/edits.js';
import { findModels } from '../../src/content/prices/find.js';
import { isPriced } from '../../src/content/prices/list.js';
import { loadPrices } from '../../src/content/prices/load.js';
import { priceUse } from '../../src/content/prices/price-use.js';
import { applyEdits, applyEditTexts, inputPaths } from '../../src/engine/inputs/index.js';
import { HANDOUT_FORMATS } from '../../src/export/formats.js';
import { renderHandout } from '../../src/export/handout.js';
import { priceNotes } from '../../src/present/format/price-notes.js';
import { createInputDecoder } from '../../src/terminal/input-decoder.js';
import { areValidProblems, textsOf } from '../content/problem-checks.js';
import { isSafeToPrint } from '../content/safe-to-print.js';
import type { Random } from '../support/random.js';
import { ensure, ensureReadable, ensureRefusal, ensureShown } from './ensure.js';
import { mutate } from './mutate.js';

/** Reader of external input to test. */
export interface Target {
	readonly name: string;
	/** Valid inputs to mutate. */
	readonly seeds: readonly string[];
	/** Generates an input; if missing, seeds and the corpus are mutated. */
	readonly make?: (random: Random) => string;
	/**
	 * Reads an input and displays the result.
	 *
	 * @returns whether it was accepted; a campaign that accepts nothing tests only rejections
	 * @throws the reason if it is neither accepted as a whole nor rejected with a message
	 */
	readonly read: (input: string) => boolean | Promise<boolean>;
}

const files = (folder: string, ending: string): readonly string[] =>
	readdirSync(folder)
		.filter((name) => name.endsWith(ending))
		.map((name) => readFileSync(join(folder, name), 'utf8'));

const findDocument = (id: string): ScenarioDocument | null =>
	documents.find(({ scenario }) => scenario.id === id) ?? null;
const ensureRefused = (problems: Parameters<typeof areValidProblems>[0]): false => {
	ensure(areValidProblems(problems), `refused without words or a place: ${JSON.stringify(problems).slice(0, 300)}`);
	return false;
};
const ensureHarmless = (value: unknown): void => {
	// Prose may contain tabs and any line ends.
	for (const text of textsOf(value))
		ensure(
			isSafeToPrint(text.replace(/\t|\r(?=\n)/g, ' ')),
			`a text is not for print: ${JSON.stringify(text.slice(0, 99))}`,
		);
};

const scenarios: Target = {
	name: 'scenarios',
	seeds: files('scenarios', '.yaml'),
	async read(input) {
		const loaded = loadScenario(input, 'fuzz.yaml');
		const document = loaded.ok ? loaded.document : loaded.document;
		if (!loaded.ok) ensureRefused(loaded.problems);
		if (!document) return false;
		ensureHarmless(document);
		await ensureShown(document.scenario, []);
		return true;
	},
};

const lessons: Target = {
	name: 'lessons',
	seeds: files('lessons/model-routing', '.md'),
	read(input) {
		const loaded = loadLesson(input, 'fuzz.md', findDocument, parseProse);
		if (!loaded.ok) return ensureRefused(loaded.problems);
		ensureHarmless(loaded.document);
		const document = findDocument(loaded.document.scenario);
		ensure(document !== null, 'a lesson without its scenario was taken');
		const handout = { lesson: loaded.document, document, isShipped: false, number: null, answers: true };
		for (const format of HANDOUT_FORMATS) ensureReadable(renderHandout(handout, format, 80), `the ${format}`, input);
		return true;
	},
};

const decks: Target = {
	name: 'decks',
	seeds: files('drills', '.yaml'),
	read(input) {
		const loaded = loadDeck(input, 'fuzz.yaml', (id) => id.length > 2, ['the-rule']);
		if (!loaded.ok) return ensureRefused(loaded.problems);
		ensureHarmless(loaded.document);
		return true;
	},
};

const prices: Target = {
	name: 'prices',
	seeds: files('test/content/prices', '.json'),
	async read(input) {
		const loaded = loadPrices(input, 'fuzz.json');
		if (!loaded.ok) return ensureRefused(loaded.problems);
		ensureHarmless(loaded.prices);
		const document = findDocument('week-31');
		const model = findModels(loaded.prices, input.slice(2, 6)).find(isPriced) ?? loaded.prices.models[0];
		if (!document || !model) return true;
		const models = [{ lane: 'small', model } as const, { lane: 'strong', model } as const];
		const { scenario } = document;
		const applied = applyEdits(scenario, priceEdits({ models }, [scenario]));
		if (applied.ok) await ensureShown(applied.value, []);
		else ensureRefusal(applied);
		for (const text of priceNotes(priceUse({ list: loaded.prices, models }, scenario))) ensureHarmless(text);
		return true;
	},
};

/** Input: a scenario's id, then one edit per line, as for `--set`. */
const edits: Target = {
	name: 'edits',
	seeds: ['week-31\nsegments.faq.routedSmall=50%\nsegments.billing.override=strong\nhandoffCost=6'],
	make(random) {
		const pick = <T>(items: readonly T[]): T => items[Math.floor(random.uniform() * items.length)] as T;
		const { scenario } = pick(documents);
		const values = [...VALUES, String(random.uniform()), `${(random.uniform() * 100).toFixed(1)}%`];
		const lines = Array.from({ length: 1 + Math.floor(random.uniform() * 6) }, () => {
			return `${pick(inputPaths(scenario))}=${pick(values)}`;
		});
		return [scenario.id, ...lines].join('\n');
	},
	async read(input) {
		const [id = '', ...lines] = input.split('\n');
		const document = findDocument(id);
		if (!document) return false;
		// Unlike on the command line, the edits after a rejected one are still tried.
		let { scenario } = document;
		const applied: string[] = [];
		for (const line of lines) {
			const result = applyEditTexts(scenario, [line]);
			if (!result.ok) ensureRefusal(result);
			else {
				scenario = result.value.scenario;
				applied.push(line);
			}
		}
		await ensureShown(scenario, applied.filter(isSafeToPrint));
		return applied.length > 0;
	},
};

const VALUES = ['0', '1', '-1', '0%', '100%', '101%', '1e3', '1e9', '1e12', '1e308', '1e-9', '5e-324', '0,25', '1,200']
	.concat(['1_000', '.5', '5.', '+3', '−3', '½', 'NaN', 'Infinity', 'none', 'off', 'strong', 'on', 'kept', 'lost', ''])
	.concat(['7', '50', '0.5', '0.01', '0.99', '2.5', '12 %', '$3', '3 USD', '700ms', '2s', '\u00a050%', '\u202e1']);

/** Input: bytes of a terminal as Latin-1, split into reads at U+2028. */
const keys: Target = {
	name: 'keys',
	seeds: [
		'jk\u001b[A\u001bOq\r',
		'\u001b[200~paste\u001b[31m\u001b[201~q',
		'\u001b[99;5u\u001b[27;5;99~\u001b[<35;1;1M',
	],
	make(random) {
		const byte = (): string => {
			if (random.chance(0.3)) return '\u001b';
			if (random.chance(0.3)) return '[O]P;?<0123456789~ABuMmRc\\'.charAt(Math.floor(random.uniform() * 26));
			return String.fromCharCode(Math.floor(random.uniform() * 256));
		};
		return Array.from({ length: 1 + Math.floor(random.uniform() * 40) }, byte).join('');
	},
	read(input) {
		const decoder = createInputDecoder();
		const inputs = input.split('\u2028').flatMap((part) => decoder.push(Buffer.from(part, 'latin1')));
		for (const decoded of [...inputs, ...decoder.flush()]) {
			if (decoded.type === 'paste') continue;
			// Any character is its own name; it is sanitised when shown.
			ensure(/^[\P{Cc}\n]+$/u.test(decoded.name), `a key is called ${JSON.stringify(decoded.name)}`);
		}
		return inputs.length > 0;
	},
};

export const TARGETS: readonly Target[] = [scenarios, lessons, decks, prices, edits, keys];

/** Generates the next input of a target. */
export function nextInput({ seeds, make }: Target, corpus: readonly string[], random: Random): string {
	const base = [...seeds, ...corpus];
	const from = make && random.chance(0.7) ? make(random) : (base[Math.floor(random.uniform() * base.length)] ?? '');
	return make && random.chance(0.7) ? from : mutate(from, base, random);
}
