import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from '../support/random.js';
import { nextInput, type Target } from './targets.js';

/** Inputs that once broke something, a folder for each target. They are tried first, whenever anything is. */
const CORPUS = 'test/fuzz/corpus';

export interface Campaign {
	readonly target: string;
	/** Inputs tried, those of the corpus included. */
	readonly tried: number;
	/** How many were taken, and not refused. */
	readonly taken: number;
	/** The first that is neither, made shorter. */
	readonly failure: Failure | null;
}

export interface Failure {
	readonly input: string;
	readonly reason: string;
}

/** Inputs of the corpus by their files' names. */
export function corpusOf({ name }: Target): ReadonlyMap<string, string> {
	const folder = join(CORPUS, name);
	const names = existsSync(folder) ? readdirSync(folder).sort() : [];
	return new Map(names.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

/**
 * Tries the corpus, and then inputs that follow from the seed, until one fails or `isOver`.
 *
 * @param isOver is asked after each input, with how many were tried
 */
export async function campaign(target: Target, seed: number, isOver: (tried: number) => boolean): Promise<Campaign> {
	const random = seeded(seed);
	const corpus = [...corpusOf(target).values()];
	let [tried, taken] = [0, 0];
	do {
		const input = corpus[tried] ?? nextInput(target, corpus, random);
		tried++;
		const result = await attempt(target, input);
		if (typeof result === 'string')
			return { target: target.name, tried, taken, failure: { input: await shortened(target, input), reason: result } };
		if (result) taken++;
	} while (tried < corpus.length || !isOver(tried));
	return { target: target.name, tried, taken, failure: null };
}

/** Whether an input was taken; a text: why it is a failure. */
export async function attempt(target: Target, input: string): Promise<boolean | string> {
	try {
		return await target.read(input);
	} catch (error) {
		return error instanceof Error
			? `${error.message}\n${error.stack?.split('\n').slice(1, 4).join('\n')}`
			: String(error);
	}
}

/** A shorter input that fails too: lines, and then stretches of characters, are left out while it does. */
async function shortened(target: Target, input: string): Promise<string> {
	let shortest = input;
	for (const separator of ['\n', ''])
		for (let step = Math.ceil(shortest.split(separator).length / 2); step >= 1; step = Math.floor(step / 2)) {
			let parts = shortest.split(separator);
			if (parts.length > MOST_PARTS) continue;
			for (let at = 0; at < parts.length; ) {
				const without = [...parts.slice(0, at), ...parts.slice(at + step)];
				if (typeof (await attempt(target, without.join(separator))) === 'string') parts = without;
				else at += step;
			}
			shortest = parts.join(separator);
		}
	return shortest;
}

const MOST_PARTS = 3000;

/** Keeps an input that failed, and returns its file. */
export function keepFailure(target: string, { input }: Failure): string {
	const folder = join(CORPUS, target);
	mkdirSync(folder, { recursive: true });
	const file = join(folder, `${createHash('sha256').update(input).digest('hex').slice(0, 12)}.txt`);
	writeFileSync(file, input);
	return file;
}
