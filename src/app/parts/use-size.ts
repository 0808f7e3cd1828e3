import { useStdout } from 'ink';
import { useEffect, useState } from 'react';
import { type Size, sizeOf } from '../../screens/size.js';

/** The terminal's size, kept as it is resized. */
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
