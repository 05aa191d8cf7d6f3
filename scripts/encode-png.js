import { crc32, deflateSync } from 'node:zlib';

/**
 * A PNG with a palette: half as large as a browser's own. What is seen most stays as it is; the shades between, which are edges
 * of letters and corners, become the nearest that is left.
 *
 * @param {{ width: number, height: number, data: Buffer }} picture RGBA, row by row
 */
export function encodePng({ width, height, data }) {
  const colours = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const palette = choosePalette(colours);
  const places = new Map(palette.map((colour, place) => [colour, place]));

  const rows = Buffer.alloc((width + 1) * height);
  colours.forEach((colour, i) => {
    if (!places.has(colour)) places.set(colour, findNearest(palette, colour));
    // A row begins with its filter: none.
    rows[i + 1 + Math.floor(i / width)] = places.get(colour);
  });

  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits, of a palette.
  head.set([8, 3], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    toChunk('IHDR', head),
    toChunk('PLTE', Buffer.from(palette.flatMap((colour) => toChannels(colour).slice(0, 3)))),
    toChunk('tRNS', Buffer.from(palette.map((colour) => toChannels(colour)[3]))),
    toChunk('IDAT', deflateSync(rows, { level: 9 })),
    toChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Red, green, blue, alpha, as they stand in memory. */
const toChannels = (colour) => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255, colour >>> 24];

function distanceBetween(colour, other) {
  const channels = toChannels(other);
  return toChannels(colour).reduce((sum, channel, i) => sum + (channel - channels[i]) ** 2, 0);
}

/** At most 256 colours, each as far from the others as that asks for; the frequent ones first. */
function choosePalette(colours) {
  const counts = new Map();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byCount = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a));
  for (let gap = 1; ; gap *= 1.2) {
    const chosen = [];
    for (const colour of byCount) {
      if (chosen.every((other) => distanceBetween(colour, other) >= gap)) chosen.push(colour);
      if (chosen.length > 256) break;
    }
    if (chosen.length <= 256) return chosen;
  }
}

function findNearest(palette, colour) {
  const distances = palette.map((other) => distanceBetween(colour, other));
  return distances.indexOf(Math.min(...distances));
}

function toChunk(name, data) {
  const chunk = Buffer.alloc(data.length + 12);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(name, 4, 'latin1');
  data.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, data.length + 8)), data.length + 8);
  return chunk;
}
