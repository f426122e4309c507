/*
 * The fixed locations of the test cases.
 * P, G, R, S, B and L: addresses, ids and coordinates as 311 Toronto published them in its service
 * requests (City of Toronto open data, Open Government Licence – Toronto); corners published later
 * are typed in the style of 2012, double comma included.
 * X: outside the city, from general knowledge, within about 200 m; the City has no id for them.
 */

/**
 * A location of the test cases in WGS84 degrees; `address_id` is the City's own number, or null.
 */
export type Address = {
	readonly key: string;
	readonly address: string;
	readonly address_id: string | null;
	readonly lat: number;
	readonly long: number;
};

/** The locations of the test cases; those whose key begins with X are outside the city. */
export const ADDRESSES: readonly Address[] = [
	{
		key: 'P1',
		address: '296 BRUNSWICK AVE',
		address_id: '8417961',
		lat: 43.665497385,
		long: -79.407597678
	},
	{
		key: 'P2',
		address: '46 LAMBTON AVE',
		address_id: '9544823',
		lat: 43.683629226,
		long: -79.487462521
	},
	{
		key: 'P3',
		address: 'DUFFERIN ST & BLOOR ST W, , former TORONTO',
		address_id: '13465260',
		lat: 43.659883758,
		long: -79.435365846
	},
	{
		key: 'P4',
		address: 'YONGE ST & SHEPPARD AVE E & SHEPPARD AVE W, , NORTH YORK',
		address_id: '13448689',
		lat: 43.761517432,
		long: -79.410941231
	},
	{
		key: 'P5',
		address: 'KEELE ST & DUNDAS ST W, , former TORONTO',
		address_id: '13464438',
		lat: 43.665412936,
		long: -79.464561042
	},
	{
		key: 'P6',
		address: 'DUFFERIN ST & COLLEGE ST, , former TORONTO',
		address_id: '13466425',
		lat: 43.652577773,
		long: -79.432565424
	},
	{
		key: 'P7',
		address: 'WARDEN AVE & FREEMAN ST, , SCARBOROUGH',
		address_id: '13459430',
		lat: 43.691104288,
		long: -79.272306875
	},
	{
		key: 'G1',
		address: '955 BLOOR ST W',
		address_id: '8417888',
		lat: 43.661195073,
		long: -79.4282623873
	},
	{
		key: 'G2',
		address: '587 GERRARD ST E',
		address_id: '14037942',
		lat: 43.665377812,
		long: -79.351961454
	},
	{
		key: 'G3',
		address: '892 BLOOR ST W',
		address_id: '10877598',
		lat: 43.6621245466,
		long: -79.4259464064
	},
	{
		key: 'G4',
		address: '226 HAMILTON ST',
		address_id: '816882',
		lat: 43.66467442,
		long: -79.353486348
	},
	{
		key: 'G5',
		address: '1101 SHAW ST, former TORONTO',
		address_id: '867079',
		lat: 43.671359015,
		long: -79.425625065
	},
	{
		key: 'G6',
		address: '270 DURIE ST',
		address_id: '9392483',
		lat: 43.651149957,
		long: -79.479578911
	},
	{
		key: 'R1',
		address: '1 KING ST, YORK, Central United Church',
		address_id: '7074420',
		lat: 43.701553,
		long: -79.520164
	},
	{
		key: 'R2',
		address: 'KING ST W & SPADINA AVE, , former TORONTO',
		address_id: '13467505',
		lat: 43.645479092,
		long: -79.395050079
	},
	{
		key: 'R3',
		address: 'BLOOR ST E & CHURCH ST, , former TORONTO',
		address_id: '13463285',
		lat: 43.671054992,
		long: -79.383163686
	},
	{
		key: 'R4',
		address: 'THE QUEENSWAY & SUNNYSIDE AVE, , former TORONTO',
		address_id: '13468431',
		lat: 43.638787129,
		long: -79.448425652
	},
	{
		key: 'S1',
		address: 'BAY ST & FRONT ST W, , former TORONTO',
		address_id: '13467389',
		lat: 43.645995639,
		long: -79.379138205
	},
	{
		key: 'S2',
		address: '595 BAY ST, former TORONTO',
		address_id: '7792268',
		lat: 43.65622103,
		long: -79.383301063
	},
	{
		key: 'S3',
		address: '181 KEELE ST, former TORONTO',
		address_id: '9086585',
		lat: 43.659258929,
		long: -79.461647142
	},
	{
		key: 'S4',
		address: '220 YONGE ST, former TORONTO, Eaton Centre',
		address_id: '7762825',
		lat: 43.653677971,
		long: -79.3801129844
	},
	{
		key: 'B1',
		address: 'DUNDAS ST W & LANSDOWNE AVE, , former TORONTO',
		address_id: '13466826',
		lat: 43.650176994,
		long: -79.439734478
	},
	{
		key: 'B2',
		address: 'BLOOR ST E & CASTLE FRANK RD, , former TORONTO',
		address_id: '13462813',
		lat: 43.67378408,
		long: -79.368207335
	},
	{
		key: 'B3',
		address: 'KIPLING AVE & GARDINER EXPRESS, , ETOBICOKE',
		address_id: '13469946',
		lat: 43.617681676,
		long: -79.525685827
	},
	{
		key: 'B4',
		address: 'EAST LIBERTY ST & STRACHAN AVE, , former TORONTO',
		address_id: '20111835',
		lat: 43.639293442,
		long: -79.41087334
	},
	{
		key: 'L1',
		address: 'SPADINA AVE & GRANGE AVE, , former TORONTO',
		address_id: '13466457',
		lat: 43.651876964,
		long: -79.397644753
	},
	{
		key: 'L2',
		address: 'ST CLAIR AVE W & WYCHWOOD AVE, , former TORONTO',
		address_id: '13461459',
		lat: 43.682208069,
		long: -79.423211109
	},
	{
		key: 'L3',
		address: 'BATHURST ST & ST CLAIR AVE W, , former TORONTO',
		address_id: '13461271',
		lat: 43.683176085,
		long: -79.418304687
	},
	{
		key: 'L4',
		address: '361 OLD FINCH AVE, SCARBOROUGH',
		address_id: '9602779',
		lat: 43.8247271275,
		long: -79.1899014218
	},
	{
		key: 'X1',
		address: '300 CITY CENTRE DR, MISSISSAUGA',
		address_id: null,
		lat: 43.589,
		long: -79.6444
	},
	{
		key: 'X2',
		address: '1 THE ESPLANADE, PICKERING',
		address_id: null,
		lat: 43.8357,
		long: -79.087
	},
	{ key: 'X3', address: 'TABLE ROCK, NIAGARA FALLS', address_id: null, lat: 43.079, long: -79.078 }
];

/**
 * Returns the test location with this key. Throws for an unknown key, which is a programming error.
 */
export function testAddress(key: string): Address {
	const found = ADDRESSES.find((address) => address.key === key);
	if (!found) throw new Error(`No test location is called ${key}.`);
	return found;
}
