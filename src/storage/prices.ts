import type { LoadedPrices } from '../content/index.js';
import { firstBytes, reason, type Unreadable } from './scenario-file.js';

/** Reads a list of model prices that somebody brought; nothing is fetched from anywhere. */
export async function readPricesFile(path: string): Promise<LoadedPrices | Unreadable> {
	const { loadPrices, MAX_PRICE_BYTES } = await import('../content/index.js');
	try {
		return loadPrices(await firstBytes(path, MAX_PRICE_BYTES + 1), path);
	} catch (error) {
		return { ok: false, unreadable: reason(error) };
	}
}
