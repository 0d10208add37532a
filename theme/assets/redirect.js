// A number that has moved: on to where its content is now, with the anchor that was asked for.
"use strict";

{
  const { to, anchor } = document.currentScript.dataset;
  location.replace(to + (location.hash || anchor));
}
