import { useMemo } from 'react';
import type { Painters } from '../../present/index.js';
import { type Prose, paintersOf } from './painters.js';
import { useLoaded } from './use-loaded.js';

let loaded: Prose | null = null;

/** Loads what draws prose, so that the first frame of a lesson is whole. Nothing else of the program needs it. */
export async function loadPainters(): Promise<void> {
	loaded ??= await import('../../prose/index.js');
}

const load = () => import('../../prose/index.js');

/** What draws the prose of a lesson; until it is loaded, a mark stands for each text. */
export function usePainters(): Painters & { readonly ready: boolean } {
	const late = useLoaded(load);
	const prose = loaded ?? late;
	return useMemo(() => ({ ...paintersOf(prose), ready: prose !== null }), [prose]);
}
