import { useStdout } from 'ink';
import { useEffect, useState } from 'react';
import type { Size } from '../screens/size.js';

/** The terminal's size, kept as it is resized. A stream that has none is taken for 80×24. */
export function useSize(): Size {
	const { stdout } = useStdout();
	const [size, setSize] = useState(() => sizeOf(stdout));
	useEffect(() => {
		const onResize = (): void => setSize(sizeOf(stdout));
		stdout.on('resize', onResize);
		return () => {
			stdout.off('resize', onResize);
		};
	}, [stdout]);
	return size;
}

const sizeOf = (stdout: { readonly columns?: number; readonly rows?: number }): Size => ({
	columns: stdout.columns || 80,
	rows: stdout.rows || 24,
});
