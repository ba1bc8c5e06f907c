"use strict";

window.addEventListener("load", () => {
  SwaggerUIBundle({
    url: "/openapi.json",
    dom_id: "#reader",
    deepLinking: true,
    defaultModelsExpandDepth: 0,
    displayRequestDuration: true,
    filter: true,
    // A token stays in the page that it was typed into.
    persistAuthorization: false,
    // Nothing is sent to validators elsewhere.
    validatorUrl: null,
    syntaxHighlight: { activated: true, theme: "nord" },
  });
});
