import { expect, test } from 'vitest';
import { packedPlacesCode } from '../../build/packed-places';
import * as places from '../../mocks/data/places';

test('the built page and worker know the very same places', async () => {
	const code = packedPlacesCode(places);
	const module: unknown = await import(
		/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`
	);
	expect({ ...(module as object) }).toEqual({ ...places });
	expect(code.length).toBeLessThan(JSON.stringify(places).length);
});
