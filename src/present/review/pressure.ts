import type { Line } from '../../text/line.js';
import { pressureFacts } from '../pressure/facts.js';
import { pressureTable } from '../pressure/table.js';
import type { ReviewFacts, ReviewPart, ReviewSection } from './model.js';
import { fact, onPaper, said, tablePart, words } from './parts.js';

const LABELS = {
	pressure: 'pressure',
	side: 'is',
	from: 'from',
	to: 'to',
	change: 'difference',
	usd: 'USD per 1,000 requests',
	owner: 'owner',
};

/** What the change relieved, what it created and whose that is now: as the model has it, and as the reader says it. */
export function pressureSection({ lab, worksheet }: ReviewFacts): ReviewSection {
	const facts = pressureFacts(lab);
	const table = pressureTable(lab);
	const moved = table.rows.length > 0;
	const unknown = [...facts.unmeasured, ...facts.unpriced].map(({ label }) => label);
	return {
		id: 'pressure',
		title: 'Pressure transfer',
		parts: [
			moved
				? tablePart(onPaper(table, `Pressures that moved, against ${lab.baselineName}`, LABELS))
				: words(`Nothing moved by enough to mention, against ${lab.baselineName}.`, `${facts.notModelled}.`),
			...(moved ? [words(net(facts.net))] : []),
			...(unknown.length > 0
				? [words([{ text: `not measured, so it may have moved unseen: ${unknown.join(', ')}`, tone: 'unsure' }])]
				: []),
			...inWords(worksheet),
		],
	};
}

/** What the priced pressures come to together. */
const net = ({ usd, words: means }: ReturnType<typeof pressureFacts>['net']): Line =>
	usd === null
		? [{ text: `${means}.` }]
		: [{ text: 'Together: ', bold: true }, { text: `USD ${usd} per 1,000 requests, ${means}.` }];

function inWords(worksheet: ReviewFacts['worksheet']): readonly ReviewPart[] {
	if (worksheet === null) return [];
	return [
		{
			kind: 'facts',
			facts: [
				fact('Named as relieved', said(worksheet.relieved, 'not named')),
				fact('Named as created', said(worksheet.created, 'not named')),
				fact('Owner of what is created', said(worksheet.owner, 'nobody was named')),
			],
		},
	];
}
