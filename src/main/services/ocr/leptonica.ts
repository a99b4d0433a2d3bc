import { message } from "../../../shared/messages/message.ts";
import { WorkbenchError } from "../../../shared/model/errors.ts";
import { dropCore, loadCore } from "./engine.ts";

/** The colours of the picture as they are (a change of `tesseract.js-core` to `WriteImage`). */
const asItIs = 0;

/**
 * A picture as a PNG file without transparency, unpacked by the Leptonica that is built into Tesseract: TIFF (packed by
 * CCITT, LZW, Deflate), WebP, PNG of any kind. Of several pages it is the first. Throws `unreadable`.
 */
export async function decodePicture(bytes: Uint8Array): Promise<Uint8Array> {
  const core = await loadCore();
  try {
    const api = new core.TessBaseAPI();
    api.Init("", "", legacyFree);
    core.FS.writeFile("/input", bytes);
    if (api.SetImageFile(1, 0) !== 0) throw new Error("Leptonica can't read it.");
    api.WriteImage(asItIs);
    const png = core.FS.readFile("/image.png").slice();
    core.FS.unlink("/input");
    core.FS.unlink("/image.png");
    api.End();
    return png;
  } catch (error) {
    dropCore();
    throw new WorkbenchError("unreadable", message("ocr.pictureUnreadable"), error);
  }
}

const legacyFree = 1;
