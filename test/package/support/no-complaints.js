// An `act` warning, or any other, is a failure.
/* global afterEach, expect */
const complaints = [];
for (const method of ['error', 'warn']) console[method] = (...words) => complaints.push(words.map(String).join(' '));
afterEach(() => expect(complaints.splice(0)).toEqual([]));
