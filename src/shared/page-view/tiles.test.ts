import fc from "fast-check";
import { expect, test } from "vitest";
import { largestTile, pictureSize, shownTiles, tilesOf } from "./tiles.ts";

test("a picture has the pixels of the device, not those of the page", () => {
  expect(pictureSize({ width: 800, height: 1035 }, 2)).toEqual({ width: 1600, height: 2070 });
  expect(pictureSize({ width: 800, height: 1035 }, 1.25)).toEqual({ width: 1000, height: 1294 });
});

test("tiles cover a picture once and none is too large", () => {
  const side = fc.integer({ min: 1, max: 20_000 });
  fc.assert(
    fc.property(side, side, (width, height) => {
      const tiles = tilesOf({ width, height });
      expect(tiles.reduce((sum, tile) => sum + tile.width * tile.height, 0)).toBe(width * height);
      for (const tile of tiles) {
        expect(Math.max(tile.width, tile.height)).toBeLessThanOrEqual(largestTile);
        expect(tile.x + tile.width).toBeLessThanOrEqual(width);
        expect(tile.y + tile.height).toBeLessThanOrEqual(height);
      }
      expect(shownTiles(tiles, 0, height)).toEqual(tiles);
      expect(shownTiles(tiles, height, height + 10)).toEqual([]);
    }),
  );
});

test("a page of usual size is one tile", () => {
  expect(tilesOf({ width: 900, height: 1200 })).toEqual([{ x: 0, y: 0, width: 900, height: 1200 }]);
});
