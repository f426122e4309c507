import { expect, test } from 'vitest';
import { viewsOf } from './views';

test('an embed shows the requested views in that order', () => {
	expect(viewsOf('map')).toEqual(['map']);
	expect(viewsOf('code, answer')).toEqual(['code', 'answer']);
	expect(viewsOf('map,map,form')).toEqual(['map', 'form']);
});

test('unknown names are ignored; an empty list means all views', () => {
	expect(viewsOf('hologram,map,__proto__')).toEqual(['map']);
	for (const list of [null, '', ',', 'hologram', 'Map']) {
		expect(viewsOf(list)).toEqual(['answer', 'form', 'code', 'map']);
	}
});
