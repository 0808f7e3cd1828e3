import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from '../support/random.js';
import { nextInput, type Target } from './targets.js';

/** Inputs that once failed, in a folder per target. Every campaign tries them first. */
const CORPUS = 'test/fuzz/corpus';

export interface Campaign {
	readonly target: string;
	/** Number of inputs tried, including the corpus. */
	readonly tried: number;
	/** Number of inputs accepted, not rejected. */
	readonly taken: number;
	/** First input that was neither accepted nor rejected properly, shortened; null if there is none. */
	readonly failure: Failure | null;
}

export interface Failure {
	readonly input: string;
	readonly reason: string;
}

/** Returns the inputs of the corpus by file name. */
export function corpusOf({ name }: Target): ReadonlyMap<string, string> {
	const folder = join(CORPUS, name);
	const names = existsSync(folder) ? readdirSync(folder).sort() : [];
	return new Map(names.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

/**
 * Tries the corpus, then inputs generated from the seed, until one fails or `isOver` returns true.
 *
 * @param isOver called after each input with the number tried so far
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
			return { target: target.name, tried, taken, failure: { input: await shorten(target, input), reason: result } };
		if (result) taken++;
	} while (tried < corpus.length || !isOver(tried));
	return { target: target.name, tried, taken, failure: null };
}

/** Tries one input. Returns whether it was accepted, or the reason of a failure. */
export async function attempt(target: Target, input: string): Promise<boolean | string> {
	try {
		return await target.read(input);
	} catch (error) {
		return error instanceof Error
			? `${error.message}\n${error.stack?.split('\n').slice(1, 4).join('\n')}`
			: String(error);
	}
}

/** Shortens a failing input: removes lines, then ranges of characters, as long as it still fails. */
async function shorten(target: Target, input: string): Promise<string> {
	let shortest = input;
	for (const separator of ['\n', ''])
		for (let step = Math.ceil(shortest.split(separator).length / 2); step >= 1; step = Math.floor(step / 2)) {
			let parts = shortest.split(separator);
			if (parts.length > MAX_PARTS) continue;
			for (let at = 0; at < parts.length; ) {
				const without = [...parts.slice(0, at), ...parts.slice(at + step)];
				if (typeof (await attempt(target, without.join(separator))) === 'string') parts = without;
				else at += step;
			}
			shortest = parts.join(separator);
		}
	return shortest;
}

const MAX_PARTS = 3000;

/** Saves a failing input to the corpus, and returns its file. */
export function saveFailure(target: string, { input }: Failure): string {
	const folder = join(CORPUS, target);
	mkdirSync(folder, { recursive: true });
	const file = join(folder, `${createHash('sha256').update(input).digest('hex').slice(0, 12)}.txt`);
	writeFileSync(file, input);
	return file;
}
