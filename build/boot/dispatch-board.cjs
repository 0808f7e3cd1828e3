#!/usr/bin/env node
'use strict';

/**
 * Starts the program through V8's code cache: compiling it anew takes longer than everything else until the first
 * frame. The cache is made by the install (make-code-cache.cjs). One that is missing, of another Node, of other sources
 * or damaged is not used, and the program starts as it would without.
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
 * Reads the cache: a line of JSON that says where each file's source and code stand in what follows, and the checksum of
 * that. V8 checks neither the source (but for its length) nor the code, and crashes on damaged code.
 *
 * @returns {(name: string, source: Buffer) => Buffer | undefined} the code of a file, if it was made of this source
 */
function readCache() {
	try {
		const bytes = fs.readFileSync(CACHE);
		const start = bytes.indexOf(10) + 1;
		const { files, checksum } = JSON.parse(bytes.toString('utf8', 0, start));
		if (crc32(bytes.subarray(start)) !== checksum) return () => undefined;
		const part = ([from, to]) => bytes.subarray(start + from, start + to);
		return (name, source) =>
			files[name] && source.equals(part(files[name].source)) ? part(files[name].code) : undefined;
	} catch {
		return () => undefined;
	}
}

const cachedCode = readCache();

/** Runs a file of this folder as a CommonJS module, once, and returns its exports. */
function load(name) {
	const known = modules.get(name);
	if (known) return known.exports;
	const module = { exports: {} };
	modules.set(name, module);
	const filename = path.join(__dirname, name);
	const source = fs.readFileSync(filename);
	const script = new vm.Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
		filename,
		cachedData: cachedCode(name, source),
	});
	scripts.set(name, script);
	const requireFrom = (id) => (id.startsWith('./') ? load(id.slice(2)) : require(id));
	script.runInThisContext().call(module.exports, module.exports, requireFrom, module, filename, __dirname);
	return module.exports;
}

if (require.main === module) load('program.js');

module.exports = { CACHE, load, scripts };
