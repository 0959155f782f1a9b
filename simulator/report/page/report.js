// The player of the page: one sound at a time, and everything that goes along with it.
// What it needs to know stands in the page itself: `data-at` is a time in seconds.
"use strict";
(() => {
  const LEAD_S = 0.08; // A word begins a little before it is recognised.
  const LINGER_S = 0.15; // So long a word stays lit after its end, if nothing follows.
  const SEEK_S = 5;
  const CAPTION = 9; // So many words at once.
  const WHAT = { filler: ".t-filled_pause, .t-discourse_marker", pause: ".t-pause", point: ".quote" };

  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const clock = (time) => `${Math.floor(time / 60)}:${String(Math.floor(time % 60)).padStart(2, "0")}`;
  const at = (element) => Number(element.dataset.at);

  document.documentElement.classList.add("js");
  const audio = one("audio");
  audio.preservesPitch = true;
  const dock = one(".dock");
  const help = one(".help");
  const told = one("[data-told]");
  // Of an answer or a reply, without what belongs to a reply within it.
  const owns = (owner) => (element) => element.closest("[data-answer]") === owner;
  const allOf = (selector, owner) => all(selector, owner).filter(owns(owner));
  const oneOf = (selector, owner) => all(selector, owner).find(owns(owner));
  const answers = all("[data-answer]").map((element) => new AnswerPart(element));
  const heard = answers.filter((answer) => answer.sound);
  let current = null;
  let wanted = 0; // Where to be once the sound has been read.

  function AnswerPart(element) {
    this.element = element;
    this.number = element.dataset.answer;
    this.duration = Number(element.dataset.duration || 0);
    this.sound = oneOf("script.sound", element);
    this.seek = oneOf(".seek", element);
    this.playhead = oneOf(".playhead", element);
    this.now = oneOf("[data-now]", element);
    this.address = null;
    this.words = null;
    this.lit = -1;
  }

  // Nothing is decoded before it is wanted: opening the page stays quick however long it is.
  AnswerPart.prototype.open = function () {
    if (!this.address) {
      const text = atob(this.sound.textContent);
      const bytes = Uint8Array.from(text, (sign) => sign.charCodeAt(0));
      this.address = URL.createObjectURL(new Blob([bytes], { type: "audio/webm" }));
    }
    return this.address;
  };

  AnswerPart.prototype.timed = function () {
    if (!this.words) {
      this.words = allOf(".w[data-at]", this.element).map((element) => ({
        element, start: at(element), end: Number(element.dataset.end),
        text: (element.firstChild || element).textContent.trim(),
        pause: element.classList.contains("t-pause"),
      }));
    }
    return this.words;
  };

  // The place of the word that is heard at a time, -1 for none.
  AnswerPart.prototype.wordAt = function (time) {
    const words = this.timed();
    let low = 0, high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (words[middle].start <= time) low = middle + 1; else high = middle;
    }
    const place = low - 1;
    return place >= 0 && time <= words[place].end + LINGER_S ? place : -1;
  };

  AnswerPart.prototype.show = function (time) {
    const share = this.duration ? Math.min(1, time / this.duration) : 0;
    this.playhead.style.left = `${100 * share}%`;
    const text = clock(time);
    if (this.now.textContent !== text) {
      this.now.textContent = text;
      this.seek.setAttribute("aria-valuenow", time.toFixed(1));
      this.seek.setAttribute("aria-valuetext", `${text} of ${clock(this.duration)}`);
      one("[data-dock-time]").textContent = `${text} / ${clock(this.duration)}`;
    }
    const place = this.wordAt(time);
    if (place !== this.lit) this.light(place);
  };

  AnswerPart.prototype.light = function (place) {
    const words = this.timed();
    if (this.lit >= 0) words[this.lit].element.classList.remove("lit");
    this.lit = place;
    if (place < 0) return;
    words[place].element.classList.add("lit");
    const first = place - (place % CAPTION);
    const caption = one("[data-caption]");
    caption.replaceChildren(...words.slice(first, first + CAPTION).flatMap((word, i) => {
      const shown = document.createElement("span");
      shown.textContent = word.pause ? "…" : word.text;
      if (first + i === place) shown.className = "lit";
      return [shown, " "];
    }));
    caption.scrollTop = one(".lit", caption).offsetTop;
  };

  // ---- playing
  const known = () => audio.readyState >= 1;
  const position = () => (known() ? audio.currentTime : wanted);

  // `time` is where to begin. It goes along in the address: else a moment of the beginning is heard
  // before the browser knows the sound well enough to be told to go elsewhere.
  function choose(answer, time) {
    if (current === answer) return;
    if (current) {
      current.light(-1);
      current.element.classList.remove("current", "playing");
    }
    current = answer;
    answer.element.classList.add("current");
    one("[data-caption]").replaceChildren();
    dock.hidden = false;
    const title = one("[data-dock-title]");
    title.textContent = `Answer ${answer.number}`;
    title.href = `#answer-${answer.number}`;
    wanted = Math.max(0, Math.min(time, answer.duration));
    audio.src = wanted ? `${answer.open()}#t=${wanted.toFixed(3)}` : answer.open();
    audio.playbackRate = audio.defaultPlaybackRate = Number(one("[data-speed]").value);
  }

  function goTo(time) {
    wanted = Math.max(0, Math.min(time, current.duration));
    if (known()) audio.currentTime = wanted;
    current.show(wanted);
  }

  function play(answer, time) {
    if (!answer || !answer.sound) return;
    const already = answer === current;
    choose(answer, time || 0);
    if (!already) current.show(wanted);
    else if (time !== undefined) goTo(time);
    audio.play().catch((error) => {
      if (error.name !== "AbortError") cannot();
    });
  }

  function cannot() {
    one("[data-caption]").textContent =
      "This browser cannot play the sound in this page. A current Chromium, Firefox or Safari can.";
  }

  function toggle(answer = current || inView()) {
    if (!answer) return;
    if (answer === current && !audio.paused) audio.pause();
    else play(answer, answer === current ? (audio.ended ? 0 : undefined) : 0);
  }

  // A reply before the answer around it, once the answer itself is above.
  const LINE_PX = 120;
  function inView() {
    const left = heard.filter((answer) => answer.element.getBoundingClientRect().bottom > LINE_PX);
    const begun = left.filter((answer) => answer.element.getBoundingClientRect().top <= LINE_PX);
    return begun.pop() || left[0] || heard[0];
  }

  function toAnswer(by) {
    const place = current ? heard.indexOf(current) + by : heard.indexOf(inView());
    const answer = heard[place];
    if (!answer) return;
    answer.element.scrollIntoView({ block: "start" });
    play(answer, 0);
  }

  function jump(what, by, answer = current || inView()) {
    if (!answer) return;
    // Evidence from a reply stands with the talking points of the answer that it follows.
    const times = all(WHAT[what]).filter((element) => element.dataset.at && answerOf(element) === answer);
    times.sort((a, b) => at(a) - at(b));
    const now = answer === current ? position() : -1;
    // A moment just begun does not hold back the way to the one before it.
    const next = by > 0
      ? times.find((element) => at(element) > now + LEAD_S + 0.05)
      : times.reverse().find((element) => at(element) < now - 1);
    if (!next) {
      told.textContent = by > 0 ? `No further ${what}.` : `No ${what} before.`;
      return;
    }
    told.textContent = `${next.textContent.trim()}, ${clock(at(next))}`;
    play(answer, at(next) - LEAD_S);
  }

  audio.addEventListener("loadedmetadata", () => {
    // Asked to go elsewhere meanwhile, or an address that was not understood.
    if (Math.abs(audio.currentTime - wanted) > 0.05) audio.currentTime = wanted;
  });
  audio.addEventListener("error", () => { if (current) cannot(); });
  for (const name of ["play", "pause", "ended"]) audio.addEventListener(name, showState);
  audio.addEventListener("seeked", () => current && current.show(audio.currentTime));

  function showState() {
    const playing = !audio.paused && !audio.ended;
    dock.classList.toggle("playing", playing);
    one(".play", dock).setAttribute("aria-label", playing ? "Pause" : "Play");
    for (const answer of heard) {
      const mine = playing && answer === current;
      answer.element.classList.toggle("playing", mine);
      oneOf("[data-play]", answer.element)
        .setAttribute("aria-label", `${mine ? "Pause" : "Play"} answer ${answer.number}`);
    }
    if (playing) requestAnimationFrame(follow);
  }

  let following = 0;
  function follow() {
    cancelAnimationFrame(following);
    if (!current || audio.paused) return;
    if (!audio.seeking) current.show(audio.currentTime);
    following = requestAnimationFrame(follow);
  }

  // ---- clicks
  const answerOf = (element) => {
    const owner = element.closest("[data-answer-number], [data-answer]");
    const number = owner && (owner.dataset.answerNumber || owner.dataset.answer);
    return answers.find((answer) => answer.number === number);
  };

  document.addEventListener("click", (event) => {
    const element = event.target.closest("[data-at], [data-play], [data-jump], [data-do], [data-help]");
    if (!element) return;
    const data = element.dataset;
    if ("play" in data) toggle(answerOf(element));
    else if (data.jump) jump(data.jump, Number(data.by), answerOf(element));
    else if (data.do) ({ toggle: () => toggle(), back: () => toAnswer(-1), next: () => toAnswer(1) })[data.do]();
    else if ("help" in data) help.showModal();
    else if (!String(getSelection())) play(answerOf(element), at(element) - LEAD_S);
  });

  // The slider lies over the lanes; a mark beneath it is meant when it is what was clicked.
  for (const answer of heard) {
    const along = (event) => {
      const box = answer.seek.getBoundingClientRect();
      return answer.duration * Math.max(0, Math.min(1, (event.clientX - box.left) / box.width));
    };
    let dragging = false;
    answer.seek.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      const under = document.elementsFromPoint(event.clientX, event.clientY)
        .map((element) => element.closest(".lane [data-at]")).find(Boolean);
      dragging = true;
      answer.seek.setPointerCapture(event.pointerId);
      play(answer, under ? at(under) - LEAD_S : along(event));
    });
    answer.seek.addEventListener("pointermove", (event) => { if (dragging) goTo(along(event)); });
    for (const name of ["pointerup", "pointercancel"]) answer.seek.addEventListener(name, () => { dragging = false; });
    answer.seek.addEventListener("keydown", (event) => {
      const steps = { ArrowLeft: -SEEK_S, ArrowDown: -SEEK_S, ArrowRight: SEEK_S, ArrowUp: SEEK_S, PageUp: 20, PageDown: -20 };
      const time = answer === current ? position() : 0;
      const ends = { Home: 0, End: answer.duration - 0.1 };
      if (event.key in steps || event.key in ends) {
        choose(answer, 0);
        goTo(event.key in ends ? ends[event.key] : time + steps[event.key]);
      } else if (event.key === "Enter" || event.key === " ") toggle(answer);
      else return;
      event.preventDefault();
      event.stopPropagation();
    });

    // ---- a transcript under the keys
    const said = oneOf(".said", answer.element);
    if (said) said.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const words = answer.timed();
      const here = words.findIndex((word) => word.element === document.activeElement);
      const places = { ArrowRight: here + 1, ArrowLeft: here < 0 ? 0 : here - 1, Home: 0, End: words.length - 1 };
      if (event.key in places) {
        const word = words[Math.max(0, Math.min(words.length - 1, places[event.key]))];
        if (!word) return;
        word.element.tabIndex = -1;
        word.element.focus();
      } else if (event.key === "Enter" || event.key === " ") {
        const word = words[here < 0 ? Math.max(0, answer.lit) : here];
        if (word) play(answer, word.start - LEAD_S);
      } else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  // ---- keys
  const KEYS = {
    " ": () => toggle(), k: () => toggle(),
    ArrowLeft: () => current && goTo(position() - SEEK_S),
    ArrowRight: () => current && goTo(position() + SEEK_S),
    f: () => jump("filler", 1), F: () => jump("filler", -1),
    p: () => jump("pause", 1), P: () => jump("pause", -1),
    e: () => jump("point", 1), E: () => jump("point", -1),
    n: () => toAnswer(1), b: () => toAnswer(-1), r: () => play(current || inView(), 0),
    s: () => faster(-1), d: () => faster(1), "?": () => help.showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || help.open) return;
    if (!one("[data-keys]").checked || event.target.closest("select, input, textarea")) return;
    if (event.key === " " && event.target.closest("button, a, summary")) return;
    if (event.key.startsWith("Arrow") && (!current || event.target.closest(".wide"))) return;
    if (!(event.key in KEYS)) return;
    event.preventDefault();
    KEYS[event.key]();
  });

  const speed = one("[data-speed]");
  function faster(by) {
    speed.selectedIndex = Math.max(0, Math.min(speed.length - 1, speed.selectedIndex + by));
    speed.dispatchEvent(new Event("change"));
    told.textContent = `Speed ${speed.value}`;
  }
  speed.addEventListener("change", () => { audio.playbackRate = audio.defaultPlaybackRate = Number(speed.value); });
  help.addEventListener("click", (event) => { if (event.target === help) help.close(); });

  // ---- where one is, in the contents; and paper shows what is folded
  if ("IntersectionObserver" in window) {
    const links = new Map(all(".contents a").map((link) => [link.hash.slice(1), link]));
    const watch = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        if (!entry.isIntersecting) continue;
        for (const link of links.values()) link.removeAttribute("aria-current");
        links.get(entry.target.id)?.setAttribute("aria-current", "true");
      }
    }, { rootMargin: "-15% 0px -75% 0px" });
    for (const section of all("#overview, #whole, .answer")) watch.observe(section);
  }
  addEventListener("beforeprint", () => { for (const folded of all("details")) folded.open = true; });
})();
