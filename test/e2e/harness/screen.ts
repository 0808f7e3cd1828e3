import xterm, { type Terminal } from '@xterm/headless'; // CommonJS: default import only
import { type Look, lookOf } from './colours.js';
import { modernWidths } from './widths.js';

/** A cell of the screen. */
export interface Cell extends Look {
	readonly text: string;
	/** Width in columns; 0 for the second half of a wide character. */
	readonly width: number;
}

/** An emulated terminal that shows the program's output. */
export class EmulatedScreen {
	readonly terminal: Terminal;
	cursorShown = true;
	/** Number of times that the program cleared the scrollback (`ESC[3J`), which it should never do. */
	scrollbackWipes = 0;

	constructor(columns: number, rows: number) {
		this.terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 1000 });
		modernWidths(this.terminal);
		const { parser } = this.terminal;
		for (const final of ['h', 'l'])
			parser.registerCsiHandler({ prefix: '?', final }, (parameters) => {
				if (parameters.includes(25)) this.cursorShown = final === 'h';
				return false;
			});
		parser.registerCsiHandler({ final: 'J' }, (parameters) => {
			if (parameters[0] === 3) this.scrollbackWipes++;
			return false;
		});
	}

	get columns(): number {
		return this.terminal.cols;
	}

	get rows(): number {
		return this.terminal.rows;
	}

	/** Returns the text of the screen without blanks at the ends of lines and of the screen. */
	text(): string {
		return Array.from({ length: this.rows }, (_, y) => this.line(y))
			.join('\n')
			.trimEnd();
	}

	/** Returns the text of scrollback and screen, with wrapped lines joined. */
	transcript(): string {
		const { active } = this.terminal.buffer;
		let text = '';
		for (let y = 0; y < active.length; y++) {
			const line = active.getLine(y);
			text += (line?.isWrapped || y === 0 ? '' : '\n') + (line?.translateToString(true) ?? '');
		}
		return text.trimEnd();
	}

	/** Returns row `y`, from 0, without blanks at its end. */
	line(y: number): string {
		const { active } = this.terminal.buffer;
		// After the window shrank, the emulator's lines still contain what was beyond the edge.
		return (
			active
				.getLine(active.viewportY + y)
				?.translateToString(false, 0, this.columns)
				.trimEnd() ?? ''
		);
	}

	/** Returns the cell at column `x` and row `y`, both from 0. */
	cell(x: number, y: number): Cell {
		const { active } = this.terminal.buffer;
		const cell = active.getLine(active.viewportY + y)?.getCell(x);
		if (!cell || x >= this.columns)
			throw new RangeError(`no cell at column ${x}, row ${y} of ${this.columns}×${this.rows}`);
		return { text: cell.getChars(), width: cell.getWidth(), ...lookOf(cell) };
	}
}
