import { useEffect, useState } from 'react';

/**
 * What a lazy import brings; null until it is there. Heavy parts are loaded by the screen that needs them, not at
 * start-up. `load` must be the same function at every render.
 */
export function useLoaded<T>(load: () => Promise<T>): T | null {
	const [loaded, setLoaded] = useState<{ readonly value: T } | null>(null);
	useEffect(() => {
		let wanted = true;
		void load().then((value) => {
			if (wanted) setLoaded({ value });
		});
		return () => {
			wanted = false;
		};
	}, [load]);
	return loaded?.value ?? null;
}
