// Passkeys: asks the hub for a question, the browser for the answer. Elements stay hidden where no passkey can work.

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const withIds = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));

async function send(address, body) {
  const response = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRF-TOKEN": document.querySelector("meta[name=csrf]").content },
    body: body ? JSON.stringify(body) : null,
  });
  if (!response.ok) throw new Error(response.status);
  return response.json();
}

async function show(asked) {
  const found = await navigator.credentials.get({ publicKey: { ...asked, challenge: bytes(asked.challenge), allowCredentials: withIds(asked.allowCredentials) } });
  const { authenticatorData, clientDataJSON, signature, userHandle } = found.response;
  return answer(found, {
    authenticatorData: text(authenticatorData),
    clientDataJSON: text(clientDataJSON),
    signature: text(signature),
    userHandle: userHandle ? text(userHandle) : null,
  });
}

async function make(asked) {
  const made = await navigator.credentials.create({
    publicKey: { ...asked, challenge: bytes(asked.challenge), user: { ...asked.user, id: bytes(asked.user.id) }, excludeCredentials: withIds(asked.excludeCredentials) },
  });
  return answer(made, {
    attestationObject: text(made.response.attestationObject),
    clientDataJSON: text(made.response.clientDataJSON),
    transports: made.response.getTransports ? made.response.getTransports() : [],
  });
}

const answer = (credential, response) => ({
  id: credential.id,
  rawId: text(credential.rawId),
  response,
  type: credential.type,
  clientExtensionResults: credential.getClientExtensionResults(),
  authenticatorAttachment: credential.authenticatorAttachment,
});

function showCodes(box, codes) {
  const shown = box.querySelector("[data-passkey-codes]");
  shown.querySelector("ul").replaceChildren(...codes.map((code) => Object.assign(document.createElement("li"), { textContent: code })));
  shown.hidden = false;
}

async function run(box) {
  const failed = box.querySelector("[data-passkey-failed]");
  const words = failed.querySelector("[data-words]");
  failed.hidden = true;
  try {
    const asked = await send(box.dataset.ask);
    if (box.dataset.passkey === "make") {
      const label = encodeURIComponent(box.querySelector("input").value);
      const { codes } = await send(`${box.dataset.answer}?label=${label}`, await make(asked));
      if (codes.length) showCodes(box, codes); else location.reload();
    } else {
      const { next } = await send(`${box.dataset.answer}?next=${encodeURIComponent(box.dataset.next)}`, await show(asked));
      location.assign(next);
    }
  } catch (problem) {
    words.textContent = words.dataset.words;
    failed.hidden = false;
  }
}

if (window.PublicKeyCredential) {
  for (const box of document.querySelectorAll("[data-passkey]")) {
    box.hidden = false;
    box.querySelector("[data-passkey-do]").addEventListener("click", () => run(box));
  }
}
