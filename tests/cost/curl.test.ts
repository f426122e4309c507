// Reading a pasted command takes no longer than the command is long.
import { test } from 'vitest';
import { readCurl } from '../../src/import/curl';
import { expectLinear } from './growth';

test.each<[string, (length: number) => string]>([
	['an open quote', (length) => `curl "${'é"\\^`$x '.repeat(length)}`],
	['typographic quotes', (length) => `curl ${'“'.repeat(length * 4)}`],
	['lines', (length) => 'curl\n'.repeat(length)],
	['commands', (length) => `${'echo a;'.repeat(length)} curl https://a.example/requests.xml`],
	['empty lines', (length) => `curl https://a.example/${'\n'.repeat(length * 4)}`],
	['a bare address', (length) => `curl https://a.example/?${'a&'.repeat(length * 2)}`],
	['brackets', (length) => `curl https://a.example/${'['.repeat(length * 4)}`],
	['braces', (length) => `curl https://a.example/${'{'.repeat(length * 4)}`],
	['number signs', (length) => `curl https://a.example/${'#'.repeat(length * 4)}`],
	['number signs after PowerShell', (length) => `irm https://a.example/${'#'.repeat(length * 4)}`],
	['commands inside others', (length) => `curl ${'$('.repeat(length * 2)}`]
])('%s', (_, textOf) => expectLinear(textOf, readCurl, 3_000));
