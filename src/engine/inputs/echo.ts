import type { Input } from './resolve.js';
import { tidy } from './spelling.js';

/** A value of an input as it is echoed before it is entered, with its unit and nothing rounded away. */
export function showValue(input: Pick<Input, 'unit' | 'kind'>, value: number | string | null): string {
	if (input.kind === 'override' || input.kind === 'switch') return value === null ? 'off' : String(value);
	if (value === null) return 'not measured';
	const number = Number(value);
	switch (input.unit) {
		case 'percent':
			return `${plain(tidy(number * 100))}%`;
		case 'money':
			return `USD ${plain(number)}`;
		case 'duration':
			return `${plain(number)} ms`;
		default:
			return plain(number);
	}
}

const plain = (value: number): string => value.toLocaleString('en-US', { maximumSignificantDigits: 15 });
