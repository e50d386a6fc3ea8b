/* What is answered in the form's fields, and how it is kept on this device and nowhere else. */

/** The fields of one blank that belong to the blank itself, not to what else may be written beside its choices. */
const fieldsIn = (blank) => [...blank.querySelectorAll("input, select, textarea")].filter((one) => !one.name.endsWith("-other"));
const otherIn = (blank) => blank.querySelector("[name$='-other']");

/** What stands in a blank: several answers where several may be given. */
export const saidIn = (blank) => {
  const fields = fieldsIn(blank);
  const ticked = fields.filter((one) => /checkbox|radio/.test(one.type));
  if (ticked.length) {
    const values = ticked.filter((one) => one.checked).map((one) => one.value);
    return ticked[0].type === "radio" ? values[0] ?? "" : values;
  }
  return fields.length > 1 ? fields.map((one) => one.value).filter(Boolean) : fields[0].value;
};

/** Fill a blank with what was said; a choice that is no longer offered is left. */
export const show = (blank, said = "") => {
  const all = [said].flat();
  fieldsIn(blank).forEach((one, n) => {
    if (/checkbox|radio/.test(one.type)) one.checked = all.includes(one.value);
    else one.value = all[n] ?? "";
    if (one.value === "" && one.matches("select")) one.selectedIndex = 0;
  });
};

/** The answers of a form's page: its blanks, and a list of photos with theirs. */
export class Answers {
  #key;
  #blanks;
  /** Of each photo its number in the store, and what was said of it. */
  photos = [];

  constructor(form, key) {
    this.#key = key;
    this.#blanks = [...form.querySelectorAll(".question > [data-fact]")];
    try {
      const { photos = [], ...said } = JSON.parse(localStorage.getItem(key)) ?? {};
      this.photos = photos;
      this.show(said);
    } catch {
      // Nothing was kept, or not by us.
    }
  }

  /** By fact, as form-story.js reads them. */
  get all() {
    const all = { photos: this.photos };
    for (const blank of this.#blanks) {
      all[blank.dataset.fact] = saidIn(blank);
      const other = otherIn(blank);
      if (other) all[other.name] = other.value;
    }
    return all;
  }

  get empty() {
    return !this.photos.length && !Object.values(this.all).flat().some(Boolean);
  }

  show(said) {
    for (const blank of this.#blanks) {
      show(blank, said[blank.dataset.fact]);
      const other = otherIn(blank);
      if (other) other.value = said[other.name] ?? "";
    }
  }

  /** Whether all could be kept. */
  save() {
    try {
      if (this.empty) localStorage.removeItem(this.#key);
      else localStorage.setItem(this.#key, JSON.stringify(this.all));
      return true;
    } catch {
      return false;
    }
  }

  clear() {
    this.photos = [];
    this.show({});
    this.save();
  }
}
