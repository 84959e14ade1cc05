// Elements of the page that show how things stand. Their words come with the page, all of them; here some are chosen.
//
//   <phone-pack>            everything below is looked for inside it
//     data-when="ready …"   shown in these phases only
//     data-note="memory"    and only when this is worth a sentence
//     data-fill="date"      filled with the state's value of this name
//     data-act="forget"     a button that does this
//   <phone-pack data-copy="CODE">  the guide of this code: phase "copy" while a copy of it is shown

/** Bytes as people read them. */
const size = (bytes) => (bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1e6).toFixed(1)} MB`);

export function elements(state, watchers, acts) {
  class Pack extends HTMLElement {
    connectedCallback() {
      this.tell = () => this.draw();
      watchers.add(this.tell);
      this.addEventListener('click', this);
      this.draw();
    }

    disconnectedCallback() {
      watchers.delete(this.tell);
    }

    handleEvent(event) {
      const button = event.target.closest('[data-act]');
      if (button) acts[button.dataset.act]();
    }

    draw() {
      const copied = state.copies[this.dataset.copy];
      const now = [state.phase, copied && 'copy'];
      const notes = [state.reason, state.stored ? 'stored' : 'memory', state.reason === 'forgotten' ? '' : 'off'];
      const values = { ...state, size: size(state.bytes), copied };
      this.querySelectorAll('[data-fill]').forEach((part) => {
        const text = String(values[part.dataset.fill]);
        if (part.textContent !== text) part.textContent = text;
      });
      this.querySelectorAll('[data-when]').forEach((part) => {
        const { when, note } = part.dataset;
        part.hidden = !when.split(' ').some((phase) => now.includes(phase)) || (note && !notes.includes(note));
      });
    }
  }
  customElements.define('phone-pack', Pack);
}
