import { render, Text, useInput } from 'ink';
import { useState } from 'react';

/** One line, and a key that changes it. */
function Hello() {
	const [times, setTimes] = useState(1);
	useInput(() => setTimes(times + 1));
	return <Text>Hello, world, {times} times</Text>;
}

render(<Hello />);
