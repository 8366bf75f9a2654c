/** An application with an IMAP proxy inside. */
package org.example.gateway;
