import { BASE, broken } from '../base.js';
import { bad, type Case } from './case.js';

const RATE = /expected a rate or share from 0 to 1/;

/** Numbers as people write them. */
export const NUMBERS: readonly Case[] = [
	bad('a percentage', broken('share: 0.75', 'share: 84'), '12:12', '84', RATE, /Write 0\.84 for 84%/),
	bad(
		'a percent sign',
		broken('share: 0.75', 'share: 84%'),
		'12:12',
		'84%',
		/the text "84%"; expected/,
		/Write 0\.84 for/,
	),
	bad('a rate below 0', broken('share: 0.75', 'share: -0.1'), '12:12', '-0.1', RATE, /0 to 1/),
	bad('a number in quotes', broken('share: 0.75', 'share: "0.75"'), '12:12', '"0.75"', RATE, /0\.75, without quotes/),
	bad('a decimal comma', broken('share: 0.75', 'share: 0,75'), '12:12', '0,75', RATE, /Write 0\.75/),
	bad(
		'a currency',
		broken('input: 0.5,', 'input: $0.50,'),
		'6:19',
		'$0.50',
		/USD per 1,000,000 tokens from 0/,
		/Write 0\.5:/,
	),
	bad('thousands', broken('labels: 2400', 'labels: "2,400"'), '18:13', '"2,400"', /labelled outcomes/, /Write 2400/),
	bad('an AUC of 1', broken('labels: 2400', 'routerAuc: 1'), '18:16', '1', /0\.5 to 0\.9999/, /coin flip/),
	bad(
		'a word',
		`${BASE}handoffCost: four`,
		'52:14',
		'four',
		/the text "four"; expected/,
		/^Write a number such as 4\. USD/,
	),
	bad(
		'a negative count',
		broken('labels: 2400', 'labels: -4.5'),
		'18:13',
		'-4.5',
		/from 0/,
		/^Write a whole number from 0\./,
	),
	bad('a negative price', broken('input: 0.5,', 'input: -1,'), '6:19', '-1', /from 0/, /^Write 0 or more\. USD/),
	bad('infinity', broken('labels: 2400', 'labels: .inf'), '18:13', '.inf', /is Infinity; expected/, /./),
	bad('half a week', broken('week: 30', 'week: 30.5'), '40:11', '30.5', /a whole number/, /./),
	bad('fewer than one attempt', `${BASE}attempts: { small: 0.5 }`, '52:20', '0.5', /from 1 to 1,000/, /at least 1/),
	bad(
		'an empty required value',
		broken('share: 0.75', 'share:'),
		'12:5',
		'share',
		/share is empty/,
		/Share of all requests/,
	),
	bad(
		'an empty default',
		broken('repairRate: 0.1', 'repairRate:'),
		'24:5',
		'repairRate',
		/is empty/,
		/delete the line/,
	),
];
