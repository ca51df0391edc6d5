// The API described, from our own server: Swagger UI comes with the build, not from a CDN.
import "swagger-ui-dist/swagger-ui.css";
import SwaggerUI from "swagger-ui-dist/swagger-ui-es-bundle.js";

SwaggerUI({ url: "/openapi.json", domNode: document.getElementById("docs"), deepLinking: true });
