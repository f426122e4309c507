import { expect, test } from 'vitest';
import { metresBetween } from './boundary';
import { ADDRESSES } from '../data/addresses';
import { PLACES } from '../data/places';
import { findByAddress, findById, nearestPlace } from './geocoder';

const rows = Object.values(PLACES).flat();

/** What was found, as addresses: one, several, or nothing. */
function found(text: string): string[] {
	const answer = findByAddress(text);
	if (answer.found === 'one') return [answer.place.address];
	return answer.found === 'several' ? answer.choices.map(({ address }) => address) : [];
}

function suggested(text: string): string[] {
	const answer = findByAddress(text);
	return answer.found === 'none' ? answer.suggestions.map(({ address }) => address) : ['found!'];
}

test('every row is found by its name in any case, as itself or as its real address', () => {
	const wrong = rows.filter(([name, lat, long]) =>
		[name, name.toLowerCase(), name.toUpperCase()].some((text) => {
			const answer = findByAddress(text);
			if (answer.found !== 'one') return true;
			const { place } = answer;
			const itself = place.address === name.toUpperCase() && place.lat === lat;
			return !itself && (place.invented || metresBetween(place, { lat, long }) > 60);
		})
	);
	expect(wrong).toEqual([]);
});

test('eleven corners of the gazetteer have a real address of the City', () => {
	const real = rows.filter(([name]) => {
		const answer = findByAddress(name);
		return answer.found === 'one' && !answer.place.invented;
	});
	expect(real).toHaveLength(11);
});

test('every address of the test cases is found by its full text and by its first part', () => {
	for (const { key: _, ...address } of ADDRESSES) {
		const answer = { found: 'one', place: { ...address, invented: false } };
		expect(findByAddress(address.address)).toEqual(answer);
		expect(findByAddress(address.address.split(',')[0] ?? '')).toEqual(answer);
	}
});

test.each([
	'Queen St W & Spadina Ave',
	'QUEEN ST W & SPADINA AVE, , former TORONTO',
	'Queen St W / Spadina Ave, former Toronto',
	'spadina avenue and queen street west',
	'Spadina & Queen',
	'Queen Street at Spadina',
	'Queen W @ Spadina Av.',
	'  QUEEN   ST. W.&SPADINA  AVE.  ',
	'Quéen St W & Spadina Ave',
	'Queen St W & Spadina Ave, Toronto',
	'Queen St W & Spadina Ave, Toronto, ON M5V 1A1',
	'Queen St W & Spadina Ave, Toronto, Ontario, Canada',
	'Queen St W & Spadina Ave, Toronto ON M5V1A1'
])('%j is the corner of Queen and Spadina', (text) => {
	expect(found(text)).toEqual(['QUEEN ST W & SPADINA AVE']);
});

test.each([
	['Keele St / Dundas St W, former Toronto', 'KEELE ST & DUNDAS ST W, , former TORONTO'],
	['Yonge & Sheppard', 'YONGE ST & SHEPPARD AVE E & SHEPPARD AVE W, , NORTH YORK'],
	['WARDEN AVE & FREEMAN ST, , SCARBOROUGH', 'WARDEN AVE & FREEMAN ST, , SCARBOROUGH'],
	['Kipling & Gardiner Expressway', 'KIPLING AVE & GARDINER EXPRESS, , ETOBICOKE'],
	['1 King St', '1 KING ST, YORK, Central United Church'],
	['1101 Shaw Street', '1101 SHAW ST, former TORONTO'],
	['220 Yonge St., Eaton Centre', '220 YONGE ST, former TORONTO, Eaton Centre'],
	['296 brunswick avenue, toronto', '296 BRUNSWICK AVE'],
	['300 City Centre Drive, Mississauga, Ontario', '300 CITY CENTRE DR, MISSISSAUGA'],
	['Front St E & Jarvis St', 'FRONT ST E & LOWER JARVIS ST'],
	['College & Yonge', 'CARLTON ST & YONGE ST'],
	['Carlton & Yonge', 'CARLTON ST & YONGE ST'],
	['Yonge St & Queen St W', 'QUEEN ST & YONGE ST'],
	['Keele & St. Clair West', 'ST CLAIR AVE W & WESTON RD'],
	['Danforth Rd & Danforth Ave', 'DANFORTH AVE & DANFORTH RD'],
	['Queensway & Windermere', 'THE QUEENSWAY & WINDERMERE AVE'],
	['Hwy 401 & Yonge', 'YONGE ST & HIGHWAY 401'],
	['OConnor & Coxwell', "O'CONNOR DR & COXWELL AVE"],
	['O’Connor Drive & Coxwell', "O'CONNOR DR & COXWELL AVE"],
	['Leaside Bridge', 'MILLWOOD RD BRIDGE (LEASIDE BRIDGE)'],
	['Bloor Viaduct', 'PRINCE EDWARD VIADUCT (BLOOR VIADUCT)'],
	['Prince Edward Viaduct', 'PRINCE EDWARD VIADUCT (BLOOR VIADUCT)'],
	['Cherry Street Lift Bridge', 'CHERRY ST BASCULE BRIDGE (KEATING CHANNEL)'],
	['Centennial Park', 'CENTENNIAL PARK (ETOBICOKE)'],
	['high park', 'HIGH PARK'],
	['Nathan Phillips Sq', 'NATHAN PHILLIPS SQUARE'],
	['RC Harris Water Treatment Plant', 'R.C. HARRIS WATER TREATMENT PLANT']
])('%j is %j', (text, address) => {
	expect(found(text)).toEqual([address]);
});

test.each([
	[
		'Bloor & Dundas',
		['BLOOR ST W & DUNDAS ST W (DUNDAS WEST)', 'BLOOR ST W & DUNDAS ST W (SIX POINTS)']
	],
	[
		'Dundas St W & Bloor St W',
		['BLOOR ST W & DUNDAS ST W (DUNDAS WEST)', 'BLOOR ST W & DUNDAS ST W (SIX POINTS)']
	],
	['Coxwell at Gerrard', ['GERRARD ST E & COXWELL AVE', 'GERRARD ST E & COXWELL AVE (SOUTH)']],
	['Lakeshore & Yonge', ['LAKE SHORE BLVD W & YONGE ST', 'LAKE SHORE BLVD E & YONGE ST']],
	[
		'Lake Shore Blvd/Parkside',
		['LAKE SHORE BLVD W & PARKSIDE DR', 'LAKE SHORE BLVD W & PARKSIDE DR (2ND CARRIAGEWAY)']
	],
	[
		'cherry and lake shore',
		['LAKE SHORE BLVD E & CHERRY ST', 'LAKE SHORE BLVD E & CHERRY ST (NORTH)']
	],
	[
		'Bathurst St Bridge',
		['BATHURST ST BRIDGE (WEST DON RIVER)', 'BATHURST ST BRIDGE (SIR ISAAC BROCK BRIDGE)']
	]
])('%j is ambiguous', (text, addresses) => {
	expect(found(text)).toEqual(addresses);
});

test("a row's own full name is never ambiguous", () => {
	expect(found('Gerrard St E & Coxwell Ave')).toEqual(['GERRARD ST E & COXWELL AVE']);
	expect(found('Lake Shore Blvd W & Yonge St')).toEqual(['LAKE SHORE BLVD W & YONGE ST']);
});

test('a wrong direction, number or street type is another address', () => {
	expect(found('Queen St E & Spadina Ave')).toEqual([]);
	expect(found('1 King St W')).toEqual([]);
	expect(found('297 Brunswick Ave')).toEqual([]);
	expect(found('Queen Rd & Spadina Ave')).toEqual([]);
});

test('an unknown address gets at most three suggestions, all in the city', () => {
	expect(suggested('Quen & Spadna').at(0)).toBe('QUEEN ST W & SPADINA AVE');
	expect(suggested('297 Brunswick Ave')).toEqual(['296 BRUNSWICK AVE']);
	expect(suggested('High Prak')).toEqual(['HIGH PARK']);
	expect(suggested('Queen St').length).toBeLessThanOrEqual(3);
	expect(suggested('Table Rok')).toEqual([]);
});

test.each([
	'',
	' ',
	'&',
	'& & &',
	', , ,',
	'(((',
	'constructor',
	'__proto__ & toString',
	'東京都',
	'\ud800 \udfff \0',
	'\ufdfa'.repeat(200),
	'a & '.repeat(50),
	'Queen & Spadina '.repeat(100_000)
])('nonsense finds nothing and does not throw (%#)', (text) => {
	expect(findByAddress(text)).toEqual({ found: 'none', suggestions: [] });
});

test('ids are found, and those of the reserved range are invented', () => {
	expect(findById('8417961')).toMatchObject({ address: '296 BRUNSWICK AVE', invented: false });
	expect(findById('99000001')).toEqual({
		address: 'FRONT ST E & LOWER JARVIS ST',
		address_id: '99000001',
		lat: 43.64945,
		long: -79.37146,
		invented: true
	});
	expect(findById('99000954')?.address).toBe('R.C. HARRIS WATER TREATMENT PLANT');
	for (const id of ['', '99000000', '99000955', '1', 'null', '8417961 ']) {
		expect(findById(id)).toBeNull();
	}
});

test('the nearest place is the real address if there is one, and always in the city', () => {
	const near = (lat: number, long: number) => nearestPlace({ lat, long }).address;
	expect(near(43.6655, -79.4076)).toBe('296 BRUNSWICK AVE');
	expect(near(43.6455, -79.395)).toBe('KING ST W & SPADINA AVE, , former TORONTO');
	expect(near(43.6487, -79.3965)).toBe('QUEEN ST W & SPADINA AVE');
	expect(findById(nearestPlace({ lat: 43.079, long: -79.078 }).address_id ?? '')).not.toBeNull();
});
