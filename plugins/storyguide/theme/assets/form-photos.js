/* Photos on their way into a story: made anew on this device, smaller and of nothing but pixels, and kept on it. */

const PAPER = "#fffaf0";
const QUALITY = 0.88;

const answered = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** The photos of a form, by a number each, as JPEG bytes; kept on the device where it lets us, else until one leaves. */
export class PhotoStore {
  #name;
  #held = new Map();
  kept = true;

  constructor(name) {
    this.#name = name;
  }

  /** All that are kept, by their numbers. */
  async all() {
    try {
      const store = await this.#store("readonly");
      const [keys, values] = await Promise.all([answered(store.getAllKeys()), answered(store.getAll())]);
      keys.forEach((key, n) => this.#held.set(key, values[n]));
    } catch {
      this.kept = false;
    }
    return this.#held;
  }

  async put(number, bytes) {
    this.#held.set(number, bytes);
    await this.#change((store) => store.put(bytes, number));
  }

  async remove(number) {
    this.#held.delete(number);
    await this.#change((store) => store.delete(number));
  }

  async clear() {
    this.#held.clear();
    await this.#change((store) => store.clear());
  }

  get(number) {
    return this.#held.get(number);
  }

  async #change(act) {
    try {
      await answered(act(await this.#store("readwrite")));
    } catch {
      this.kept = false;
    }
  }

  async #store(mode) {
    const opening = indexedDB.open(this.#name, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("photos");
    const database = await answered(opening);
    const store = database.transaction("photos", mode).objectStore("photos");
    store.transaction.oncomplete = store.transaction.onabort = () => database.close();
    return store;
  }
}

const drawn = (picture, width, height) => {
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const pen = canvas.getContext("2d");
  pen.imageSmoothingQuality = "high";
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, width, height);
  pen.drawImage(picture, 0, 0, width, height);
  return canvas;
};

/**
 * A picture file made anew: its bytes as JPEG, or the reason why not.
 * Only its pixels are taken, turned as they should be; where it was taken, when and with what stays behind.
 */
export const developed = async (file, { bytes: heaviest, least, side }) => {
  if (file.size > heaviest) return { refused: "heavy", detail: (file.size / 1e6).toFixed(0) };
  let picture;
  try {
    picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    return { refused: "unread" };
  }
  const { width, height } = picture;
  if (Math.min(width, height) < least) return { refused: "small", detail: `${width} by ${height}` };
  const scale = Math.min(1, side / Math.max(width, height));
  const canvas = drawn(picture, Math.round(width * scale), Math.round(height * scale));
  picture.close();
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
  return blob ? { bytes: await blob.arrayBuffer() } : { refused: "unread" };
};

/** Draws a kept photo, small, on a canvas: the page shows no other pictures than its own. */
export const preview = async (bytes, canvas, most) => {
  const picture = await createImageBitmap(new Blob([bytes], { type: "image/jpeg" }));
  const scale = Math.min(1, most / Math.max(picture.width, picture.height));
  const small = drawn(picture, Math.round(picture.width * scale), Math.round(picture.height * scale));
  Object.assign(canvas, { width: small.width, height: small.height });
  canvas.getContext("2d").drawImage(small, 0, 0);
  picture.close();
};
