#!/usr/bin/env node
'use strict';

/**
 * Starts the program with V8's code cache: compiling takes longer than everything else before the first frame. The
 * cache is written at install time (make-code-cache.cjs). If it is missing, damaged, or made by another Node version or
 * from other sources, the program starts without it.
 */

const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');
const { crc32 } = require('node:zlib');

const CACHE = path.join(__dirname, `code-cache-${process.version}-${process.platform}-${process.arch}`);

/** @type {Map<string, vm.Script>} */
const scripts = new Map();
/** @type {Map<string, { exports: object }>} */
const modules = new Map();

/**
 * Reads the cache: 8 hexadecimal digits with the CRC-32 of the rest, a line of JSON with the offsets of each file's
 * source and code, then the sources and code. V8 itself checks only the length of the source, and crashes on damaged
 * code.
 *
 * @returns {(name: string, source: Buffer) => Buffer | undefined} finds the code of a file, if it was compiled from
 *   this source
 */
function readCache() {
	try {
		const bytes = fs.readFileSync(CACHE);
		const rest = bytes.subarray(8);
		if (crc32(rest) !== Number.parseInt(bytes.toString('latin1', 0, 8), 16)) return () => undefined;
		const start = rest.indexOf(10) + 1;
		const files = JSON.parse(rest.toString('utf8', 0, start));
		const slice = ([from, to]) => rest.subarray(start + from, start + to);
		return (name, source) => {
			const file = files[name];
			return file?.source && file.code && source.equals(slice(file.source)) ? slice(file.code) : undefined;
		};
	} catch {
		return () => undefined;
	}
}

const findCode = readCache();

/** Runs a file of this folder as a CommonJS module, once, and returns its exports. */
function load(name) {
	const loaded = modules.get(name);
	if (loaded) return loaded.exports;
	const module = { exports: {} };
	modules.set(name, module);
	const filename = path.join(__dirname, name);
	const source = fs.readFileSync(filename);
	const script = new vm.Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
		filename,
		cachedData: findCode(name, source),
	});
	scripts.set(name, script);
	const requireFrom = (id) => (id.startsWith('./') ? load(id.slice(2)) : require(id));
	script.runInThisContext().call(module.exports, module.exports, requireFrom, module, filename, __dirname);
	return module.exports;
}

if (require.main === module) load('program.js');

module.exports = { CACHE, load, scripts };
