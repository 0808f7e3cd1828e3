import { Box, render, Text, useInput } from 'ink';
import { useState } from 'react';

/** The plainest program that does the same kind of thing: a screen full of rows, and one of them is chosen with j and k. */
const ROWS = Array.from({ length: 24 }, (_, i) =>
	`row ${i}`.padEnd(20).concat('a plain list, as Ink draws it'.padEnd(59)),
);

function List() {
	const [at, setAt] = useState(0);
	useInput((input) => {
		if (input === 'j') setAt(Math.min(at + 1, ROWS.length - 1));
		if (input === 'k') setAt(Math.max(at - 1, 0));
	});
	return (
		<Box flexDirection="column">
			{ROWS.map((row, i) => (
				<Text key={row} inverse={i === at}>
					{row}
				</Text>
			))}
		</Box>
	);
}

render(<List />);
